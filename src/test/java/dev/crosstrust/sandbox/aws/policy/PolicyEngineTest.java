package dev.crosstrust.sandbox.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import dev.crosstrust.sandbox.aws.policy.PolicyEngine.Answer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyEngineTest {
  private static final AccessRequest GET =
      new AccessRequest("s3:GetObject", "arn:aws:s3:::b/k", new RequestContext(Map.of()));
  private static final AccessRequest ASSUME =
      new AccessRequest(
          "sts:AssumeRole", "arn:aws:iam::111122223333:role/R", new RequestContext(Map.of()));
  private static final String DENY_ARN = "arn:aws:iam::111122223333:policy/Deny";

  /** Columns: identity policy, boundary, session policy (A allows, D denies, S is silent). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A  | -  | -  | allowed
          A  | A  | A  | allowed
          S  | -  | -  | because no identity-based policy allows the s3:GetObject action
          A  | S  | A  | because no permissions boundary allows the s3:GetObject action
          A  | A  | S  | because no session policy allows the s3:GetObject action
          S  | S  | S  | because no identity-based policy allows the s3:GetObject action
          D  | A  | A  | with an explicit deny in an identity-based policy
          A  | D  | A  | with an explicit deny in a permissions boundary
          A  | A  | D  | with an explicit deny in a session policy
          S  | S  | D  | with an explicit deny in a session policy
          AD | -  | -  | with an explicit deny in an identity-based policy
          """)
  void everyLayerMustAllowAndADenyBeatsAll(
      String identity, String boundary, String session, String outcome) {
    List<PolicyLayer> layers =
        List.of(
                layer(PolicyType.IDENTITY, identity),
                layer(PolicyType.PERMISSIONS_BOUNDARY, boundary),
                layer(PolicyType.SESSION, session))
            .stream()
            .flatMap(List::stream)
            .toList();

    assertThat(words(PolicyEngine.decide(GET, layers))).isEqualTo(outcome);
  }

  @Test
  void aManagedPolicyThatDeniesIsNamed() {
    PolicyLayer layer =
        new PolicyLayer(
            PolicyType.IDENTITY, List.of(AttachedPolicy.managed(DENY_ARN, statement("Deny"))));

    assertThat(words(PolicyEngine.decide(GET, List.of(layer))))
        .isEqualTo("with an explicit deny in an identity-based policy: " + DENY_ARN);
  }

  @Test
  void aLayerWithoutPoliciesAllowsNothing() {
    assertThat(
            words(
                PolicyEngine.decide(GET, List.of(new PolicyLayer(PolicyType.IDENTITY, List.of())))))
        .isEqualTo("because no identity-based policy allows the s3:GetObject action");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Principal": {"Federated": "accounts.google.com"}            | SILENT
          "Principal": {"AWS": "arn:aws:iam::111122223333:user/ada"}   | ALLOWED_BY_NAME
          "Principal": {"AWS": ["x", "111122223333"]}                  | ALLOWED_BROADLY
          "Principal": {"AWS": "arn:aws:iam::111122223333:root"}       | ALLOWED_BROADLY
          "Principal": {"AWS": "arn:aws:iam::444455556666:root"}       | SILENT
          "Principal": {"AWS": "*"}                                    | ALLOWED_BROADLY
          """)
  void aTrustPolicyMeansAwsPrincipals(String principal, Answer answer) {
    Principal ada = new Principal.Aws("111122223333", Set.of("arn:aws:iam::111122223333:user/ada"));

    assertThat(PolicyEngine.ask(trust("Allow", principal), ada, ASSUME)).isEqualTo(answer);
  }

  @Test
  void aTrustPolicyAllowsNobodyByLeavingOthersOut() {
    String bob = "\"NotPrincipal\": {\"AWS\": \"arn:aws:iam::111122223333:user/bob\"}";
    Principal ada = new Principal.Aws("111122223333", Set.of("arn:aws:iam::111122223333:user/ada"));

    assertThatThrownBy(() -> trust("Allow", bob)).isInstanceOf(MalformedPolicyException.class);
    assertThat(PolicyEngine.ask(trust("Deny", bob), ada, ASSUME)).isEqualTo(Answer.DENIED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Principal": {"Federated": "accounts.google.com"}   | ALLOWED_BY_NAME
          "Principal": {"Federated": "ACCOUNTS.google.com"}   | SILENT
          "Principal": {"Federated": "login.example.com"}     | SILENT
          "Principal": {"AWS": "*"}                           | SILENT
          """)
  void aTrustPolicyMeansFederatedPrincipals(String principal, Answer answer) {
    Principal google = new Principal.Federated(Set.of("accounts.google.com"));

    assertThat(PolicyEngine.ask(trust("Allow", principal), google, ASSUME)).isEqualTo(answer);
  }

  @Test
  void aTrustPolicyThatDeniesIsNotOverruled() {
    Principal google = new Principal.Federated(Set.of("accounts.google.com"));
    String principal = "\"Principal\": {\"Federated\": \"accounts.google.com\"}";

    assertThat(PolicyEngine.ask(trust("Deny", principal), google, ASSUME)).isEqualTo(Answer.DENIED);
  }

  private static PolicyDocument trust(String effect, String principal) {
    return PolicyDocument.trust(
        "{\"Statement\": {\"Effect\": \"%s\", \"Action\": \"sts:AssumeRole\", %s}}"
            .formatted(effect, principal));
  }

  private static List<PolicyLayer> layer(PolicyType type, String statements) {
    if (statements.equals("-")) {
      return List.of();
    }
    List<AttachedPolicy> policies =
        statements
            .chars()
            .filter(it -> it != 'S')
            .mapToObj(it -> AttachedPolicy.inline(statement(it == 'A' ? "Allow" : "Deny")))
            .toList();
    return List.of(new PolicyLayer(type, policies));
  }

  private static PolicyDocument statement(String effect) {
    return PolicyDocument.identity(
        "{\"Statement\": {\"Effect\": \"%s\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}"
            .formatted(effect));
  }

  private static String words(Decision decision) {
    return switch (decision) {
      case Decision.Allowed() -> "allowed";
      case Decision.Denied(String because) -> because;
    };
  }
}
