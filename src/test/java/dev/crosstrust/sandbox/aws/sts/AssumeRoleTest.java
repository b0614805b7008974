package dev.crosstrust.sandbox.aws.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.SessionGrant;
import dev.crosstrust.sandbox.aws.cloud.TestCloud;
import dev.crosstrust.sandbox.aws.cloud.TestCloud.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssumeRoleTest {
  private static final String TARGET = "arn:aws:iam::111122223333:role/Target";
  private static final String REFUSED =
      "403 AccessDenied: User: arn:aws:iam::111122223333:user/ada is not authorized to perform:"
          + " sts:AssumeRole on resource: arn:aws:iam::111122223333:role/Target";

  private final TestCloud cloud = new TestCloud();

  /** Columns: the trust policy's principal, what ada's own policy does, the outcome. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          arn:aws:iam::111122223333:user/ada | nothing | allowed
          arn:aws:iam::111122223333:root     | Allow   | allowed
          arn:aws:iam::111122223333:root     | nothing | because no identity-based policy allows the sts:AssumeRole action
          arn:aws:iam::111122223333:user/bob | Allow   | because no role trust policy allows the sts:AssumeRole action
          arn:aws:iam::111122223333:user/ada | Deny    | with an explicit deny in an identity-based policy
          """)
  void withinAnAccountBothSidesAreAsked(String principal, String own, String outcome) {
    cloud.account.addRole("Target", trust(principal, "{}"), UnaryOperator.identity());

    Answer answer = assume(ada(own), TARGET, Map.of());

    assertThat(answer.status() == 200 ? "allowed" : answer.refusal())
        .isEqualTo(outcome.equals("allowed") ? outcome : REFUSED + " " + outcome);
  }

  @Test
  void aTrustPolicyThatDeniesIsNamedSo() {
    cloud.account.addRole(
        "Target", trust("*", "{}").replace("Allow", "Deny"), UnaryOperator.identity());

    assertThat(assume(ada("Allow"), TARGET, Map.of()).refusal())
        .isEqualTo(REFUSED + " with an explicit deny in the role trust policy");
  }

  @Test
  void anotherAccountTellsNothingOfItsRoles() {
    String arn = "arn:aws:iam::444455556666:role/Target";
    String refused = REFUSED.replace(TARGET, arn);
    assertThat(assume(ada("Allow"), arn, Map.of()).refusal()).isEqualTo(refused);

    cloud
        .accounts
        .account("444455556666")
        .addRole("Target", trust("444455556666", "{}"), UnaryOperator.identity());
    assertThat(assume(ada("Allow"), arn, Map.of()).refusal()).isEqualTo(refused);

    cloud
        .accounts
        .account("444455556666")
        .changeRole("Target", role -> role.trusting(trust("111122223333", "{}")));
    assertThat(assume(ada("Allow"), arn, Map.of()).text("Arn"))
        .isEqualTo("arn:aws:sts::444455556666:assumed-role/Target/hop");
    assertThat(assume(ada("nothing"), arn, Map.of()).refusal())
        .isEqualTo(refused + " because no identity-based policy allows the sts:AssumeRole action");
  }

  @Test
  void theExternalIdMustBeTheAgreedOne() {
    cloud.account.addRole(
        "Target",
        trust("111122223333", "{\"StringEquals\": {\"sts:ExternalId\": \"x-1\"}}"),
        UnaryOperator.identity());

    assertThat(assume(ada("Allow"), TARGET, Map.of("ExternalId", "x-1")).status()).isEqualTo(200);
    assertThat(assume(ada("Allow"), TARGET, Map.of("ExternalId", "x-2")).status()).isEqualTo(403);
    assertThat(assume(ada("Allow"), TARGET, Map.of()).status()).isEqualTo(403);
  }

  @Test
  void aChainOfRolesLastsAnHourAtMost() {
    cloud.account.addRole(
        "Target",
        trust("arn:aws:iam::111122223333:role/path/First", "{}"),
        role -> role.maxSession(Duration.ofHours(12)));
    StoredCredential session =
        cloud
            .accounts
            .startSession(
                SessionGrant.of(
                    cloud.account.addRole("First", trust("*", "{}"), role -> role.at("/path/")),
                    "one",
                    Duration.ofHours(1)))
            .credential();

    assertThat(assume(session, TARGET, Map.of("DurationSeconds", "3600")).status()).isEqualTo(200);
    assertThat(assume(session, TARGET, Map.of("DurationSeconds", "3601")).refusal())
        .isEqualTo(
            "400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit"
                + " for roles assumed by role chaining.");
    assertThat(assume(ada("Allow"), TARGET, Map.of("DurationSeconds", "3601")).status())
        .isEqualTo(403);
  }

  @Test
  void nobodyIsDeniedTheirOwnName() {
    Answer answer =
        cloud.call(
            ada("Deny"), "sts", Map.of("Action", "GetCallerIdentity", "Version", "2011-06-15"));

    assertThat(answer.text("Arn")).isEqualTo("arn:aws:iam::111122223333:user/ada");
    assertThat(answer.text("Account")).isEqualTo("111122223333");
    assertThat(answer.text("UserId")).matches("AIDA[A-Z2-7]{17}");
  }

  @Test
  void whatMustBeSignedIsNotServedUnsigned() {
    assertThat(cloud.call(Map.of("Action", "GetCallerIdentity")).refusal())
        .isEqualTo("403 MissingAuthenticationToken: Request is missing Authentication Token");
  }

  private StoredCredential ada(String effect) {
    cloud.account.addUser(
        "ada",
        user ->
            effect.equals("nothing")
                ? user
                : user.inline(
                    "own",
                    "{\"Statement\": {\"Effect\": \"%s\", \"Action\": \"sts:*\", \"Resource\": \"*\"}}"
                        .formatted(effect)));
    return cloud.account.addAccessKey("ada");
  }

  private Answer assume(StoredCredential credential, String role, Map<String, String> more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("Action", "AssumeRole");
    form.put("RoleArn", role);
    form.put("RoleSessionName", "hop");
    form.putAll(more);
    return cloud.call(credential, "sts", form);
  }

  private static String trust(String principal, String condition) {
    return """
    {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "%s"},
     "Action": "sts:AssumeRole", "Condition": %s}]}\
    """
        .formatted(principal, condition);
  }
}
