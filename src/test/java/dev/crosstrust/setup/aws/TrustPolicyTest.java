package dev.crosstrust.setup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.trust.Ternary;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustPolicyTest {
  private static final String SUB = "114809731204417780391";
  private static final TrustPolicy OURS = new TrustPolicy("sts.amazonaws.com", SUB, SUB);

  private static String statement(String principal, String conditions) {
    return """
    {"Effect": "Allow", "Principal": %s, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {%s}}}\
    """
        .formatted(principal, conditions);
  }

  private static String google(String conditions) {
    return statement("{\"Federated\": \"accounts.google.com\"}", conditions);
  }

  private static String document(String... statements) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [%s]}"
        .formatted(String.join(",", statements));
  }

  private static Policy policy(String... statements) {
    return Policy.of(List.of(document(statements))).orElseThrow();
  }

  @Test
  void theFreshPolicyLetsTheTokenIn() {
    assertThat(OURS.letIn(Policy.of(List.of(OURS.fresh())).orElseThrow())).isEqualTo(Ternary.YES);
  }

  @Test
  void theAudienceUnderTheKeyOfAzpIsADifferenceThatIsNamed() {
    Policy swapped = policy(google("\"accounts.google.com:aud\": \"sts.amazonaws.com\""));

    assertThat(OURS.letIn(swapped)).isEqualTo(Ternary.NO);
    assertThat(OURS.differing(swapped))
        .containsExactly(
            "accounts.google.com:aud under StringEquals is to be sts.amazonaws.com, and is " + SUB);
  }

  @Test
  void aSubjectThatIsNotKnownYetLeavesItOpen() {
    TrustPolicy user = new TrustPolicy("sts.amazonaws.com", null, null);

    assertThat(user.letIn(policy(google("\"accounts.google.com:sub\": \"1\""))))
        .isEqualTo(Ternary.UNDECIDED);
    assertThat(user.letIn(policy(google("\"accounts.google.com:oaud\": \"other\""))))
        .isEqualTo(Ternary.NO);
  }

  @Test
  void keysThatNoTokenOfGoogleHasAreDecidedAndThoseOfTheRequestAreNot() {
    assertThat(OURS.letIn(policy(google("\"accounts.google.com:hd\": \"example.com\""))))
        .isEqualTo(Ternary.NO);
    assertThat(OURS.letIn(policy(google("\"sts:ExternalId\": \"x\"")))).isEqualTo(Ternary.NO);
    assertThat(OURS.letIn(policy(google("\"sts:RoleSessionName\": \"x\""))))
        .isEqualTo(Ternary.UNDECIDED);
    assertThat(
            OURS.letIn(policy(google("\"accounts.google.com:google/organization_number\": \"1\""))))
        .isEqualTo(Ternary.UNDECIDED);
  }

  @Test
  void aStatementAboutAllButGoogleIsNotAboutIt() {
    String allow = google("\"accounts.google.com:sub\": \"%s\"".formatted(SUB));
    String deny = "{\"Effect\": \"Deny\", \"NotPrincipal\": %s, \"Action\": \"*\"}";

    assertThat(
            OURS.letIn(policy(allow, deny.formatted("{\"Federated\": \"accounts.google.com\"}"))))
        .isEqualTo(Ternary.YES);
    assertThat(OURS.letIn(policy(allow, deny.formatted("{\"Service\": \"x.amazonaws.com\"}"))))
        .isEqualTo(Ternary.NO);
  }

  @Test
  void onlyStatementsForGoogleCount() {
    assertThat(
            OURS.letIn(
                policy(statement("{\"Federated\": \"cognito-identity.amazonaws.com\"}", ""))))
        .isEqualTo(Ternary.NO);
    assertThat(OURS.letIn(policy(statement("{\"Service\": \"lambda.amazonaws.com\"}", ""))))
        .isEqualTo(Ternary.NO);
    assertThat(OURS.letIn(policy(statement("\"*\"", "")))).isEqualTo(Ternary.YES);
  }

  @Test
  void correctingReplacesTheStatementAboutTheSubjectAndKeepsTheOthers() {
    String lambda =
        "{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}";
    String others = google("\"accounts.google.com:sub\": \"999\"");
    String wrong =
        google(
            "\"accounts.google.com:sub\": \"%s\", \"accounts.google.com:aud\": \"x\""
                .formatted(SUB));

    String corrected = OURS.corrected(policy(lambda, others, wrong));

    Policy read = Policy.of(List.of(corrected)).orElseThrow();
    assertThat(read.statements()).hasSize(3);
    assertThat(corrected).contains(lambda, "999").doesNotContain("\"x\"");
    assertThat(OURS.letIn(read)).isEqualTo(Ternary.YES);
  }

  @Test
  void aWayInIsAddedWhereNoStatementIsAboutTheSubject() {
    String corrected = OURS.corrected(policy(google("\"accounts.google.com:sub\": \"999\"")));

    assertThat(Policy.of(List.of(corrected)).orElseThrow().statements()).hasSize(2);
  }
}
