package dev.crosstrust.sandbox.aws.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.aws.Authorizer.Decision;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.policy.AttachedPolicy;
import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyAuthorizerTest {
  private static final String TRUST =
      """
      {"Statement": {"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"},
       "Action": "sts:AssumeRoleWithWebIdentity"}}\
      """;
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final Accounts accounts = new Accounts(new Random(1), () -> NOW);
  private final Account account = accounts.account("111122223333");
  private final PolicyAuthorizer authorizer = new PolicyAuthorizer(accounts, () -> NOW);

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, true",
    "s3:ListAllMyBuckets, true",
    "s3-object-lambda:GetObject, true",
    "s3:PutObject, false",
    "iam:ListRoles, false"
  })
  void theReadOnlyPolicyOfAwsReadsOnly(String action, boolean allowed) {
    Caller reader = session(reader(), Optional.empty());

    assertThat(decide(reader, action) instanceof Decision.Allowed).isEqualTo(allowed);
  }

  @Test
  void anAdministratorMayEverything() {
    account.addUser("admin", it -> it.attach(ManagedPolicy.ofAws("AdministratorAccess")));
    Caller admin = account.addAccessKey("admin").caller();

    assertThat(decide(admin, "iam:ListRoles")).isEqualTo(new Decision.Allowed());
  }

  @Test
  void twoSessionsOfOneNameKeepTheirOwnPolicies() {
    Role role = reader();
    String nothing =
        "{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}}";
    Caller whole = session(role, Optional.empty());
    Caller cut =
        session(
            role, Optional.of(List.of(AttachedPolicy.inline(PolicyDocument.identity(nothing)))));

    assertThat(cut.arn()).isEqualTo(whole.arn());
    assertThat(decide(whole, "s3:GetObject")).isEqualTo(new Decision.Allowed());
    assertThat(decide(cut, "s3:GetObject"))
        .isEqualTo(new Decision.Denied("with an explicit deny in a session policy"));
  }

  @Test
  void aChangeOfTheRoleIsFeltByItsSessions() {
    Caller reader = session(reader(), Optional.empty());

    account.changeRole(
        "Reader", role -> role.detach("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));

    assertThat(decide(reader, "s3:GetObject"))
        .isEqualTo(
            new Decision.Denied("because no identity-based policy allows the s3:GetObject action"));
  }

  @Test
  void aRoleMadeAnewIsAnotherOne() {
    Caller reader = session(reader(), Optional.empty());

    account.removeRole("Reader");
    reader();

    assertThat(decide(reader, "s3:GetObject")).isInstanceOf(Decision.Denied.class);
  }

  @Test
  void aBoundaryCutsOffWhatItDoesNotAllow() {
    ManagedPolicy boundary =
        account.addPolicy(
            "Boundary",
            "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:List*\", \"Resource\":"
                + " \"*\"}}");
    reader();
    Caller reader =
        session(account.changeRole("Reader", role -> role.boundary(boundary)), Optional.empty());

    assertThat(decide(reader, "s3:ListBucket")).isEqualTo(new Decision.Allowed());
    assertThat(decide(reader, "s3:GetObject"))
        .isEqualTo(
            new Decision.Denied("because no permissions boundary allows the s3:GetObject action"));
  }

  /** Columns: condition key, its value for a web identity session of the role /team/Reader. */
  @ParameterizedTest
  @CsvSource({
    "aws:PrincipalArn, arn:aws:iam::111122223333:role/team/Reader",
    "aws:PrincipalAccount, 111122223333",
    "aws:PrincipalType, AssumedRole",
    "aws:TokenIssueTime, 2026-11-21T12:00:00Z",
    "aws:CurrentTime, 2026-11-21T12:00:00Z",
    "aws:EpochTime, 1795262400",
    "aws:SourceIp, 127.0.0.1",
    "accounts.google.com:sub, 1148"
  })
  void conditionsSeeTheCallerAndTheClock(String key, String value) {
    reader();
    String policy =
        """
        {"Statement": {"Effect": "Allow", "Action": "iam:*", "Resource": "*",
         "Condition": {"StringEquals": {"%s": "%s"}}}}\
        """
            .formatted(key, value);
    Role role = account.changeRole("Reader", it -> it.at("/team/").inline("conditional", policy));

    assertThat(decide(session(role, Optional.empty()), "iam:GetRole"))
        .isEqualTo(new Decision.Allowed());
  }

  @Test
  void aStrangerMayNothing() {
    Caller stranger = new Caller("111122223333", "arn:aws:iam::111122223333:user/x", "AIDAX");

    assertThat(decide(stranger, "s3:GetObject")).isInstanceOf(Decision.Denied.class);
  }

  private Role reader() {
    return account.addRole(
        "Reader", TRUST, it -> it.attach(ManagedPolicy.ofAws("AmazonS3ReadOnlyAccess")));
  }

  private Caller session(Role role, Optional<List<AttachedPolicy>> policies) {
    SessionGrant grant =
        new SessionGrant(
            role,
            "s",
            Duration.ofHours(1),
            policies,
            Map.of("accounts.google.com:sub", List.of("1148")),
            SessionGrant.TOKEN_LENGTH);
    return accounts.startSession(grant).credential().caller();
  }

  private Decision decide(Caller caller, String action) {
    return authorizer.decide(caller, action, "arn:aws:s3:::b", Map.of());
  }
}
