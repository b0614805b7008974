package dev.crosstrust.diagnosis.reading;

import java.util.Locale;
import java.util.Map;
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

  private static final Map<String, Pattern> OPERATIONS =
      Map.of(
          "sts",
          Pattern.compile(
              "AssumeRole\\w*|Get(?:WebIdentityToken|CallerIdentity|SessionToken|FederationToken)"),
          "s3",
          Pattern.compile(
              "\\w*(?:Bucket\\w*|Objects?|ObjectsV2|Object(?:Acl|Tagging)|MultipartUpload|UploadPart)"),
          "iam",
          Pattern.compile(
              "\\w+?(?<!Bucket)(?:Roles?|Users?|OpenIDConnectProviders?|RolePolic(?:y|ies)"
                  + "|UserPolic(?:y|ies)|AssumeRolePolicy|OutboundWebIdentityFederation\\w*)"));

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
    return operation == null
        ? null
        : OPERATIONS.entrySet().stream()
            .filter(each -> each.getValue().matcher(operation).matches())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
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
