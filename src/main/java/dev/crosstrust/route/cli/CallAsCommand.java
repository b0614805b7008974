package dev.crosstrust.route.cli;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.finding.Shell;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The same call as people make it in a terminal, for a POSIX shell. What is secret stands there as
 * a variable to be set.
 */
public final class CallAsCommand {
  /** What redaction leaves in a secret's place. */
  private static final Pattern MASK = Pattern.compile("‹[^›]*›");

  private static final List<String> CURL_HEADERS = List.of("authorization", "content-type");

  private CallAsCommand() {}

  /**
   * The command: {@code aws} for AWS, {@code gcloud} for Cloud Storage, {@code curl} for the rest,
   * a program's own line.
   */
  public static String of(Leg leg) {
    if (leg.request().method().equals("run")) {
      return MASK.matcher(leg.request().target()).replaceAll("\\$TOKEN");
    }
    if (leg.request().method().equals("sign")) {
      return "aws sts get-caller-identity --region "
          + leg.request().target().replaceFirst("^https://sts\\.([^.]+)\\..*", "$1");
    }
    if (leg.service().equals("gcs")) {
      return GcloudStorageCall.of(leg).orElseGet(() -> curl(leg));
    }
    return switch (leg.service() + "." + leg.operation()) {
      case "sts.AssumeRoleWithWebIdentity" -> assumeRole(leg);
      case "sts.GetWebIdentityToken" -> webIdentityToken(leg);
      case "sts.GetCallerIdentity" -> aws(leg, "sts", "get-caller-identity");
      case "iam.ListRoles" -> aws(leg, "iam", "list-roles");
      case "s3.ListBuckets" -> aws(leg, "s3api", "list-buckets");
      case "s3.ListObjectsV2" -> onBucket(leg, "list-objects-v2");
      case "s3.HeadObject" -> onObject(leg, "head-object", "");
      case "s3.GetObject" -> onObject(leg, "get-object", " object");
      case "s3.PutObject" -> onObject(leg, "put-object --body object", "");
      default -> curl(leg);
    };
  }

  private static String assumeRole(Leg leg) {
    Map<String, String> form = pairs(String.valueOf(leg.request().body()));
    List<String> words = new ArrayList<>(List.of("sts", "assume-role-with-web-identity"));
    option(words, "--role-arn", form.get("RoleArn"));
    option(words, "--role-session-name", form.get("RoleSessionName"));
    words.add("\\\n  --web-identity-token \"$TOKEN\"");
    option(words, "--duration-seconds", form.get("DurationSeconds"));
    return aws(leg, words.toArray(String[]::new));
  }

  private static String webIdentityToken(Leg leg) {
    Map<String, String> form = pairs(String.valueOf(leg.request().body()));
    List<String> words = new ArrayList<>(List.of("sts", "get-web-identity-token"));
    words.add("\\\n  --audience");
    members(form, "Audience.member.%d").forEach(words::add);
    option(words, "--signing-algorithm", form.get("SigningAlgorithm"));
    option(words, "--duration-seconds", form.get("DurationSeconds"));
    List<String> keys = members(form, "Tags.member.%d.Key");
    List<String> values = members(form, "Tags.member.%d.Value");
    if (!keys.isEmpty()) {
      words.add("\\\n  --tags");
    }
    for (int i = 0; i < keys.size(); i++) {
      words.add("Key=%s,Value=%s".formatted(keys.get(i), values.get(i)));
    }
    return aws(leg, words.toArray(String[]::new));
  }

  /** A list as AWS's query protocol writes it, each a word for the shell. */
  private static List<String> members(Map<String, String> form, String name) {
    List<String> members = new ArrayList<>();
    for (int i = 1; form.containsKey(name.formatted(i)); i++) {
      members.add(placeholders(form.getOrDefault(name.formatted(i), "")));
    }
    return members;
  }

  private static String onBucket(Leg leg, String operation) {
    S3Place place = S3Place.of(URI.create(leg.request().target()));
    Map<String, String> query = pairs(place.query());
    List<String> words = new ArrayList<>(List.of("s3api", operation));
    option(words, "--bucket", place.bucket());
    option(words, "--prefix", query.get("prefix"));
    option(words, "--delimiter", query.get("delimiter"));
    return aws(leg, words.toArray(String[]::new));
  }

  private static String onObject(Leg leg, String operation, String file) {
    S3Place place = S3Place.of(URI.create(leg.request().target()));
    List<String> words = new ArrayList<>(List.of("s3api", operation));
    option(words, "--bucket", place.bucket());
    option(words, "--key", place.key());
    return aws(leg, words.toArray(String[]::new)) + file;
  }

  /** On the sandbox, or any other endpoint of the user's, the command must be told. */
  private static String aws(Leg leg, String... words) {
    URI endpoint = URI.create(leg.endpoint());
    String where = Origins.isLoopback(endpoint) ? " \\\n  --endpoint-url " + leg.endpoint() : "";
    return "aws " + String.join(" ", words) + where;
  }

  private static String curl(Leg leg) {
    StringBuilder command = new StringBuilder("curl -X ").append(leg.request().method());
    leg.request()
        .headers()
        .forEach(
            (name, value) -> {
              if (CURL_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                command.append(" \\\n  -H ").append(placeholders(name + ": " + value));
              }
            });
    if (leg.request().body() != null) {
      command.append(" \\\n  --data ").append(placeholders(leg.request().body()));
    }
    return command.append(" \\\n  ").append(placeholders(leg.request().target())).toString();
  }

  private static void option(List<String> words, String name, @Nullable String value) {
    if (value != null) {
      words.add("\\\n  %s %s".formatted(name, placeholders(value)));
    }
  }

  /** One word for the shell, in which the variable for a secret stays one. */
  private static String placeholders(String text) {
    return MASK.matcher(Shell.quoted(text)).replaceAll("'\"\\$TOKEN\"'");
  }

  private static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        pairs.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return pairs;
  }

  private static String decoded(String value) {
    return MASK.matcher(value).find() ? value : URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
