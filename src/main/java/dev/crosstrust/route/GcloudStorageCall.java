package dev.crosstrust.route;

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
    boolean inBucket = place.matches();
    String bucket = inBucket ? "gs://" + place.group(1) : "";
    return switch (leg.operation()) {
      case "ListBuckets" ->
          Optional.of(GCLOUD + "buckets list --project " + value(query, "project", "PROJECT"));
      case "ListObjects" ->
          at(inBucket, "ls " + Shell.quoted(bucket + "/" + value(query, "prefix", "")));
      case "GetObjectMetadata" ->
          at(inBucket, "objects describe " + object(bucket, query, inBucket ? place.group(2) : ""));
      case "GetObject" ->
          at(inBucket, "cp " + object(bucket, query, inBucket ? place.group(2) : "") + " object");
      case "CreateObject" -> at(inBucket, "cp object " + object(bucket, query, null));
      case "DeleteObject" ->
          at(inBucket, "rm " + object(bucket, query, inBucket ? place.group(2) : ""));
      default -> Optional.empty();
    };
  }

  private static Optional<String> at(boolean inBucket, String words) {
    return inBucket ? Optional.of(GCLOUD + words) : Optional.empty();
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
