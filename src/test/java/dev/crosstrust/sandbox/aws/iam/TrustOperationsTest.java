package dev.crosstrust.sandbox.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.ManagedPolicy;
import dev.crosstrust.sandbox.aws.cloud.TestCloud;
import dev.crosstrust.sandbox.aws.cloud.TestCloud.Answer;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code UpdateAssumeRolePolicy}: what IAM demands of a trust policy when it is written. */
class TrustOperationsTest {
  private static final String ROLE = "GCPWorkloadIAMRole";
  private static final String OLD = policy("Allow", "{}");

  private final TestCloud cloud = new TestCloud();
  private StoredCredential admin;

  @BeforeEach
  void aRoleThatTrustsAllOfGoogleFromOldTimes() {
    cloud.account.addUser("admin", it -> it.attach(ManagedPolicy.ofAws("AdministratorAccess")));
    cloud.account.addUser("nobody", UnaryOperator.identity());
    admin = cloud.account.addAccessKey("admin");
    cloud.account.addRole(ROLE, OLD, UnaryOperator.identity());
  }

  private static String policy(String effect, String condition) {
    return """
    {"Version": "2012-10-17", "Statement": {"Effect": "%s",
     "Principal": {"Federated": "accounts.google.com"},
     "Action": "sts:AssumeRoleWithWebIdentity", "Condition": %s}}\
    """
        .formatted(effect, condition);
  }

  private Answer update(StoredCredential who, String role, String document) {
    return cloud.call(
        who,
        "iam",
        Map.of(
            "Action",
            "UpdateAssumeRolePolicy",
            "Version",
            "2010-05-08",
            "RoleName",
            role,
            "PolicyDocument",
            document));
  }

  private String stored() {
    return cloud.account.role(ROLE).orElseThrow().trustPolicy().text();
  }

  @Test
  void theRoleHasTheNewPolicyToTheLetter() {
    String document =
        policy(
            "Allow", "{\"StringEquals\": {\"accounts.google.com:oaud\": \"sts.amazonaws.com\"}}");

    Answer answer = update(admin, ROLE, document);

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(stored()).isEqualTo(document);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringEquals": {"accounts.google.com:aud": "a"}}                       | 200
          {"StringEqualsIgnoreCase": {"accounts.google.com:sub": "a"}}             | 200
          {"ForAnyValue:StringEquals": {"accounts.google.com:oaud": "a"}}          | 200
          {}                                                                       | 400
          {"StringLike": {"accounts.google.com:sub": "a"}}                         | 400
          {"StringNotEquals": {"accounts.google.com:sub": "a"}}                    | 400
          {"StringEqualsIfExists": {"accounts.google.com:sub": "a"}}               | 400
          {"StringEquals": {"accounts.google.com:SUB": "a"}}                       | 400
          {"StringEquals": {"accounts.google.com:email": "a"}}                     | 400
          """)
  void whoTrustsGoogleSaysWhomOfGoogle(String condition, int status) {
    Answer answer = update(admin, ROLE, policy("Allow", condition));

    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    if (status == 400) {
      assertThat(answer.refusal()).startsWith("400 MalformedPolicyDocument: ");
      assertThat(stored()).isEqualTo(OLD);
    }
  }

  @Test
  void aDenyNeedsNoSuchCondition() {
    assertThat(update(admin, ROLE, policy("Deny", "{}")).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                                                     | This policy contains invalid Json
          {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole"}}        | Missing required field Principal
          {"Statement": {"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*", "Principal": {"AWS": "*"}}} | Has prohibited field Resource
          """)
  void whatIsNoTrustPolicyIsMalformed(String document, String message) {
    assertThat(update(admin, ROLE, document).refusal())
        .isEqualTo("400 MalformedPolicyDocument: " + message);
  }

  @Test
  void aPolicyThatIsTooLongIsNotTaken() {
    String condition =
        "{\"StringEquals\": {\"accounts.google.com:sub\": \"" + "1".repeat(2_048) + "\"}}";

    assertThat(update(admin, ROLE, policy("Allow", condition)).refusal())
        .isEqualTo("409 LimitExceeded: Cannot exceed quota for ACLSizePerRole: 2048");
  }

  @Test
  void aMissingRoleIsNamed() {
    assertThat(update(admin, "X", OLD).refusal())
        .isEqualTo("404 NoSuchEntity: The role with name X cannot be found.");
  }

  @Test
  void itNeedsThePermission() {
    assertThat(update(cloud.account.addAccessKey("nobody"), ROLE, OLD).refusal())
        .startsWith("403 AccessDenied: ")
        .contains("iam:UpdateAssumeRolePolicy on resource: role " + ROLE);
  }
}
