package dev.crosstrust.diagnosis.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names under which tools, logs and addresses know the services, as evidence names them. */
final class Services {
  private static final Map<String, String> NAMES =
      Map.of(
          "securitytoken", "sts",
          "awssecuritytokenservice", "sts",
          "storage", "gcs",
          "bigquery-json", "bigquery",
          "identitymanagement", "iam",
          "amazonidentitymanagement", "iam");

  private static final Pattern HOST =
      Pattern.compile(
          "(?<![\\w-])(?:https?://)?(?:[a-z0-9-]+\\.){0,3}(s3|sts|iam|kms)(?:-fips)?(?:[.-][a-z0-9-]+)*\\.amazonaws\\."
              + "|(?<![\\w-])(?:https?://)?([a-z]+)\\.googleapis\\.com");

  private static final Set<String> STS =
      Set.of("GetWebIdentityToken", "GetCallerIdentity", "GetSessionToken", "GetFederationToken");
  private static final List<String> S3 =
      List.of(
          "Bucket", "Buckets", "Object", "Objects", "ObjectsV2", "MultipartUpload", "UploadPart");

  private Services() {}

  /** One service's name, or null of none. */
  static @Nullable String named(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    String plain =
        name.toLowerCase(Locale.ROOT)
            .replaceFirst("\\.(?:amazonaws|googleapis)\\.com$", "")
            .replaceFirst("^(?:amazon|aws) ?(?=s3|sts|iam|kms|ec2|lambda)", "")
            .replace(" ", "");
    return NAMES.getOrDefault(plain, plain);
  }

  /** That answers at an address. */
  static @Nullable String at(@Nullable String address) {
    Matcher host = HOST.matcher(address == null ? "" : address);
    return host.find() ? named(host.group(1) == null ? host.group(2) : host.group(1)) : null;
  }

  /** That has an operation of AWS. */
  static @Nullable String having(@Nullable String operation) {
    if (operation == null) {
      return null;
    }
    if (operation.startsWith("AssumeRole") || STS.contains(operation)) {
      return "sts";
    }
    return S3.stream().anyMatch(operation::endsWith) ? "s3" : null;
  }

  /** Whose word a permission of Google or an action of AWS begins with. */
  static @Nullable String of(@Nullable String permission) {
    if (permission == null) {
      return null;
    }
    if (permission.startsWith("iam.serviceAccounts.get")
        || permission.startsWith("iam.serviceAccounts.sign")) {
      return "iamcredentials";
    }
    return named(permission.split("[.:]", 2)[0]);
  }
}
