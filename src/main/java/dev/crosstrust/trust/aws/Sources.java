package dev.crosstrust.trust.aws;

/** Where the rules are written that findings rely on. */
final class Sources {
  private static final String GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
  static final String KEYS = GUIDE + "reference_policies_iam-condition-keys.html";
  static final String GLOBAL_KEYS = GUIDE + "reference_policies_condition-keys.html";
  static final String OPERATORS = GUIDE + "reference_policies_elements_condition_operators.html";
  static final String SETS =
      GUIDE + "reference_policies_condition-single-vs-multi-valued-context-keys.html";
  static final String PRINCIPAL = GUIDE + "reference_policies_elements_principal.html";
  static final String NOT_PRINCIPAL = GUIDE + "reference_policies_elements_notprincipal.html";
  static final String GRAMMAR = GUIDE + "reference_policies_grammar.html";
  static final String EVALUATION =
      GUIDE + "reference_policies_evaluation-logic_policy-eval-denyallow.html";
  static final String ANALYZER = GUIDE + "access-analyzer-reference-policy-checks.html";
  static final String SECURE = GUIDE + "id_roles_providers_oidc_secure-by-default.html";
  static final String QUOTAS = GUIDE + "reference_iam-quotas.html";
  static final String PROVIDERS = GUIDE + "id_roles_providers_create_oidc.html";
  static final String TAGS = GUIDE + "id_session-tags.html";
  static final String ASSUME_ROLE =
      "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html";
  static final String GOOGLE_NATIVE =
      "https://aws.amazon.com/blogs/security/access-aws-using-a-google-cloud-platform-native-workload-identity/";

  private Sources() {}
}
