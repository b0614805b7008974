package dev.crosstrust.diagnosis.reading;

import java.util.List;
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

  private record Operations(String service, Pattern names) {}

  /** In this order: what is said of roles in general is IAM's, but to assume one is not. */
  private static final List<Operations> OPERATIONS =
      List.of(
          operations(
              "sts",
              "AssumeRole\\w*|Get(?:WebIdentityToken|CallerIdentity|SessionToken|FederationToken)"),
          operations(
              "s3",
              "\\w*(?:Bucket\\w*|Objects?|ObjectsV2|Object(?:Acl|Tagging)|MultipartUpload|UploadPart)"),
          operations(
              "iam",
              "\\w+?(?<!Bucket)(?:Roles?|Users?|OpenIDConnectProviders?|RolePolic(?:y|ies)"
                  + "|UserPolic(?:y|ies)|AssumeRolePolicy|OutboundWebIdentityFederation\\w*)"));

  private Services() {}

  private static Operations operations(String service, String names) {
    return new Operations(service, Pattern.compile(names));
  }

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
        : OPERATIONS.stream()
            .filter(each -> each.names().matcher(operation).matches())
            .map(Operations::service)
            .findFirst()
            .orElse(null);
  }

  /** Whose word a permission of Google or an action of AWS begins with. */
  static @Nullable String of(@Nullable String permission) {
    if (permission == null) {
      return null;
    }
    if (permission.matches(
        "iam\\.serviceAccounts\\.(?:getAccessToken|getOpenIdToken|sign\\w+|implicitDelegation)")) {
      return "iamcredentials";
    }
    return named(permission.split("[.:]", 2)[0]);
  }
}
