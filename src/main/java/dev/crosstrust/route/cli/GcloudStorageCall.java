package dev.crosstrust.route.cli;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Shell;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call of Cloud Storage's JSON API as {@code gcloud storage} makes it, with an access token in a
 * file.
 *
 * @see <a href="https://cloud.google.com/storage/docs/json_api/v1">JSON API v1</a>
 */
final class GcloudStorageCall {
  private static final String GCLOUD = "CLOUDSDK_AUTH_ACCESS_TOKEN_FILE=token gcloud storage ";
  private static final Pattern PLACE =
      Pattern.compile("(?:/upload|/download)?/storage/v1/b/([^/]+)/o(?:/([^/]+))?");

  private GcloudStorageCall() {}

  /** The command; nothing for a call that gcloud has no word for. */
  static Optional<String> of(Leg leg) {
    URI target = URI.create(leg.request().target());
    String query = String.valueOf(target.getRawQuery());
    Matcher place = PLACE.matcher(String.valueOf(target.getRawPath()));
    if (leg.operation().equals("ListBuckets")) {
      return Optional.of(GCLOUD + "buckets list --project " + value(query, "project", "PROJECT"));
    }
    return place.matches()
        ? words(leg.operation(), "gs://" + place.group(1), place.group(2), query)
            .map(GCLOUD::concat)
        : Optional.empty();
  }

  private static Optional<String> words(
      String operation, String bucket, @Nullable String name, String query) {
    String object = object(bucket, query, name);
    return Optional.ofNullable(
        switch (operation) {
          case "ListObjects" -> "ls " + Shell.quoted(bucket + "/" + value(query, "prefix", ""));
          case "GetObjectMetadata" -> "objects describe " + object;
          case "GetObject" -> "cp " + object + " object";
          case "CreateObject" -> "cp object " + object(bucket, query, null);
          case "DeleteObject" -> "rm " + object;
          default -> null;
        });
  }

  /** A new object's name may be in the body, which is not kept. */
  private static String object(String bucket, String query, @Nullable String name) {
    String named =
        name == null ? value(query, "name", "OBJECT") : decoded(name.replace("+", "%2B"));
    return Shell.quoted(bucket + "/" + named);
  }

  private static String value(String query, String name, String otherwise) {
    Matcher found = Pattern.compile("(?:^|&)" + name + "=([^&]+)").matcher(query);
    return found.find() ? decoded(found.group(1)) : otherwise;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
