package dev.crosstrust.diagnosis.reading;

import java.util.List;

/** How Google's sentences begin, old and new. */
final class GoogleSentences {
  private static final String PERMISSION = "[a-z]\\w*(?:\\.\\w+)+";

  /** An address, a word, or what it stands for. */
  private static final String WHO =
      "Anonymous\\s{1,40}\\w+|(?<!Anonymous\\s{1,40})[^\\s\"<>\\[\\]]{1,320}";

  private static final String ACCESS_LISTS =
      "Cannot (?:get|insert|use|update|set|delete) (?:legacy )?(?:ACL|access control)\\b";
  private static final String UNIFORM =
      "uniform bucket-level access|Bucket Policy Only|object policies are disabled";

  static final List<Sentence> TABLE =
      List.of(
          sts("invalid_grant", "The audience in ID Token \\["),
          sts("invalid_grant", "The issuer in ID Token \\S+ does not match the expected"),
          sts("invalid_grant", "ID Token issued at \\S+ is stale to sign-in"),
          sts("invalid_grant", "Error connecting to the given credential's issuer"),
          sts("invalid_grant", "Unable to verify the ID Token signature"),
          sts("invalid_grant", "Unable to parse the ID Token"),
          sts("unauthorized_client", "The given credential is rejected by the attribute condition"),
          sts("unauthorized_client", "Could not obtain a value for google\\.subject"),
          sts("unauthorized_client", "The mapped attribute '[\\w.]+' must be of type STRING"),
          sts("invalid_request", "The size of mapped attribute(?: google\\.\\w+)? exceeds the"),
          sts("invalid_target", "The target service indicated by the \"?audience\"? parameters"),
          sts("invalid_request", "Invalid value for \"?audience\"?\\. This value should be"),
          sts("invalid_request", "Scope\\(s\\) must be provided"),
          sts("invalid_request", "Invalid value of requested_token_type in request"),
          sts("invalid_request", "subject_token_type must be nonempty"),
          sts("", "AWS request has invalid format"),
          sts("", "Invalid format of AWS credentials"),
          sts("", "AWS did not accept the signed request"),
          sts("", "The AWS account of the given credential"),
          sts("", "ID Token does not contain user's identity in 'sub' claim"),
          sts("quota_exceeded", "The request was throttled due to rate limit: sts\\."),
          of("", "Lifetime of access token must be larger th[ea]n zero"),
          of("", "The access token lifetime cannot exceed \\d"),
          of("", "can not have lifetimes of more than 1 hour"),
          of("", "Not found; Gaia id not found for email \\S"),
          of(
              "gcs",
              "does not have(?<=(?<![^\\s\"<>\\[\\]])(?<who>%s)\\s{1,40}does\\s{1,40}not\\s{1,40}have)"
                      .formatted(WHO)
                  + " %1$s access to (?:the Google Cloud [a-z ]+\\b|\\S)".formatted(PERMISSION)
                  + "(?:\\.? Permission '%1$s' denied on resource)?".formatted(PERMISSION)),
          of("", "Permission ['\"]%s['\"] denied (?:on|for) resource".formatted(PERMISSION)),
          of("", "Permission denied on resource project \\S"),
          of("", "do not have permission ['\"]%s['\"] on resource".formatted(PERMISSION)),
          of("", "PERMISSION_DENIED[,:] User not authorized to perform this action"),
          of("bigquery", "Access Denied: [a-z]+ \\S+: (?:Permission|User|The user)\\b"),
          of("bigquery", "Not found: (?:Table|Dataset|Job|View|Routine|Model|Project) \\S"),
          of("gcs", "The specified bucket does not exist\\."),
          of("gcs", "No such object: \\S"),
          of("gcs", "Bucket is (?:a )?requester pays bucket but no user project"),
          of("bigquery", "Access Denied: (?:BigQuery )?BigQuery: Permission denied while"),
          of("gcs", "%s[^.]{0,80}?(?:%s)".formatted(ACCESS_LISTS, UNIFORM)),
          of("", "The caller does not have permission"),
          of("", "\"?reason\"?: \"?IAM_PERMISSION_DENIED\\b"),
          of("", "The [a-z]+\\.googleapis\\.com API requires a quota project, which is not"),
          of(
              "",
              "Your application (?:is authenticating by using local|has authenticated using end)"),
          of("", "Request violates constraint '"),
          of("", "One or more users named in the policy do not belong to a permitted"),
          of("", "Access Not Configured\\."),
          of("", "User project specified in the request is invalid"),
          of("", "Request is prohibited by organization's policy\\."),
          of("", "Caller does not have required permission to use project"),
          of("", "API has not been used in(?: project)? \\S+ before"),
          of("", "Request had insufficient authentication scopes"),
          of("", "Request had invalid authentication credentials\\. Expected OAuth 2"),
          of("iam", "Invalid OIDC issuer URI"),
          of("iam", "Invalid JWKs\\b"),
          of("iam", "Invalid mapped attribute key:"),
          of("iam", "The attribute condition must reference one of the provider's claims"),
          of("iam", "Input jwks? (?:contains|is not)"),
          of("iam", "Org Policy violated for value:"));

  private GoogleSentences() {}

  private static Sentence sts(String code, String beginning) {
    return Sentence.of("sts", "", code, beginning);
  }

  private static Sentence of(String service, String beginning) {
    return Sentence.of(service, "", "", beginning);
  }
}
