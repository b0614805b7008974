package dev.crosstrust.setup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.inspect.aws.RoleSummary;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.trust.aws.Awaited;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.RoleArn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Set-up says of a trust policy what the trust check will say once there is a token. */
class TrustItemTest {
  private static final RoleArn ROLE =
      RoleArn.of("arn:aws:iam::111122223333:role/Worker").orElseThrow();
  private static final String SUB = "114809731204417780391";
  private static final Awaited ACCOUNT = new Awaited("sts.amazonaws.com", SUB, SUB);
  private static final Awaited USER = new Awaited("sts.amazonaws.com", null, null);

  /** Columns: who presents a token, the conditions of a statement for Google, what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ACCOUNT | 'StringEquals': {'G:oaud': 'sts.amazonaws.com', 'G:sub': 'ID'}   | PRESENT
          ACCOUNT | 'StringEquals': {'G:aud': 'sts.amazonaws.com'}                   | MISSING
          ACCOUNT | 'StringEquals': {'G:aud': 'ID'}                                  | PRESENT
          ACCOUNT | 'StringEquals': {'G:hd': 'example.com'}                          | MISSING
          ACCOUNT | 'StringEquals': {'sts:ExternalId': 'x'}                          | MISSING
          ACCOUNT | 'StringEquals': {'sts:RoleSessionName': 'x'}                     | UNKNOWN
          ACCOUNT | 'StringEquals': {'G:google/organization_number': '1'}            | UNKNOWN
          ACCOUNT | 'DateGreaterThan': {'aws:CurrentTime': '2020-01-01T00:00:00Z'}   | UNKNOWN
          USER    | 'StringEquals': {'G:oaud': 'sts.amazonaws.com', 'G:sub': '1'}    | UNKNOWN
          USER    | 'StringEquals': {'G:aud': 'sts.amazonaws.com'}                   | UNKNOWN
          USER    | 'StringEquals': {'G:oaud': 'other'}                              | MISSING
          USER    | 'StringEquals': {'G:oaud': 'sts.amazonaws.com'}                  | PRESENT
          """)
  void whatIsNotKnownOfTheTokenIsNotDecided(String who, String conditions, State state) {
    Awaited token = who.equals("USER") ? USER : ACCOUNT;

    assertThat(item(token, google(conditions)).state()).isEqualTo(state);
  }

  /** Columns: statements of a policy, what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {'Effect': 'Allow', 'Principal': '*', 'Action': 'sts:AssumeRoleWithWebIdentity'}                     | MISSING
          {'Effect': 'Allow', 'Principal': {'Service': 'lambda.amazonaws.com'}, 'Action': 'sts:AssumeRole'}    | MISSING
          {'Effect': 'Allow', 'Principal': {'Federated': 'cognito-identity.amazonaws.com'}, 'Action': 'sts:AssumeRoleWithWebIdentity'} | MISSING
          OURS, {'Effect': 'Deny', 'NotPrincipal': {'Federated': 'accounts.google.com'}, 'Action': 'sts:*'}    | PRESENT
          OURS, {'Effect': 'Deny', 'NotPrincipal': {'Federated': 'cognito-identity.amazonaws.com'}, 'Action': 'sts:*'} | MISSING
          OURS, {'Effect': 'Deny', 'Principal': {'Federated': 'accounts.google.com'}, 'Action': 'sts:*', 'Condition': {'IpAddress': {'aws:SourceIp': '203.0.113.0/24'}}} | UNKNOWN
          """)
  void statementsAreReadAsTheTrustCheckReadsThem(String statements, State state) {
    String ours = ACCOUNT.statement().toString();

    assertThat(item(ACCOUNT, statements.replace("OURS", ours)).state()).isEqualTo(state);
  }

  @Test
  void aPolicyThatIsNoneIsMissingWithWhatIsWrongWithIt() {
    SetupItem item =
        item(
            ACCOUNT,
            "{'Effect': 'Allow', 'Principal': '*', 'Action': 'sts:AssumeRoleWithWebIdentity'}");

    assertThat(item.because()).startsWith("The document is no trust policy. ");
    assertThat(item.fix()).noneMatch(fix -> changes(fix));
  }

  @Test
  void whatCannotBeKnownBeforeThereIsATokenChangesNoPolicy() {
    SetupItem item =
        item(
            ACCOUNT,
            """
            {'Sid': 'Ours', 'Effect': 'Allow', 'Principal': {'Federated': 'accounts.google.com'},
             'Action': ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
             'Condition': {'StringEquals': {'G:oaud': 'sts.amazonaws.com', 'G:sub': 'ID'},
                           'IpAddress': {'aws:SourceIp': '203.0.113.0/24'}}}\
            """);

    assertThat(item.because())
        .isEqualTo("It hangs on aws:SourceIp, not known here before there is a token");
    assertThat(item.fix())
        .singleElement()
        .isEqualTo(
            Fix.of(
                    "See the role's trust policy, and whether what it wants of aws:SourceIp will be"
                        + " so")
                .withAws("aws iam get-role --role-name Worker"));
  }

  @Test
  void theChangeKeepsAllThatIsRightInAStatement() {
    SetupItem item =
        item(
            ACCOUNT,
            """
            {'Sid': 'Ours', 'Effect': 'Allow', 'Principal': {'Federated': 'accounts.google.com'},
             'Action': ['sts:AssumeRoleWithWebIdentity', 'sts:TagSession'],
             'Condition': {'StringEquals': {'G:aud': 'sts.amazonaws.com', 'G:sub': 'ID'},
                           'IpAddress': {'aws:SourceIp': '203.0.113.0/24'}}}\
            """);

    assertThat(item.state()).isEqualTo(State.MISSING);
    assertThat(item.because())
        .contains(
            "Statement 1 wants accounts.google.com:aud, under StringEquals, to be"
                + " sts.amazonaws.com; the token's azp is "
                + SUB);
    Fix fix = item.fix().getFirst();
    assertThat(fix.effect()).isEqualTo(Effect.SAME);
    assertThat(fix.aws())
        .startsWith("aws iam update-assume-role-policy --role-name Worker ")
        .contains(
            "\"Sid\":\"Ours\"",
            "sts:TagSession",
            "aws:SourceIp",
            "\"accounts.google.com:oaud\":\"sts.amazonaws.com\"")
        .doesNotContain("com:aud\"");
  }

  @Test
  void whatIamWouldNotStoreIsNotOffered() {
    SetupItem item = item(ACCOUNT, google("'StringLike': {'G:sub': '12*'}"));

    assertThat(item.state()).isEqualTo(State.MISSING);
    assertThat(item.fix().getLast().aws())
        .as("IAM wants equality on one key of Google's")
        .contains("\"StringEquals\":{\"accounts.google.com:oaud\":\"sts.amazonaws.com\"}");
    assertThat(item.fix().getLast().effect()).isEqualTo(Effect.WIDENS);
  }

  @Test
  void aStatementOfOthersStaysAndAWayInIsAdded() {
    String lambda =
        "{'Effect':'Allow','Principal':{'Service':'lambda.amazonaws.com'},'Action':'sts:AssumeRole'}";
    SetupItem item = item(ACCOUNT, lambda);

    assertThat(item.fix().getFirst().aws())
        .contains(lambda.replace('\'', '"'), ACCOUNT.statement().toString());
  }

  @Test
  void aPolicyThatGrowsTooLongIsSaidTo() {
    String others =
        """
        {'Effect': 'Allow', 'Principal': {'Service': '%s.amazonaws.com'}, 'Action': 'sts:AssumeRole'}\
        """
            .formatted("x".repeat(2000));

    assertThat(item(ACCOUNT, others).fix().getFirst().text()).contains("a role may have 2048");
  }

  @Test
  void aSubjectThatIsNotKnownIsAPlaceInTheCommand() {
    Fix fix = item(USER, "").fix().getFirst();

    assertThat(fix.aws()).contains("\"accounts.google.com:sub\":\"UNIQUE_ID\"");
    assertThat(fix.text()).endsWith("; UNIQUE_ID is the sub of the identity's tokens");
  }

  @Test
  void theAccountsOwnProviderForGoogleIsGoogleToo() {
    String arn = "arn:aws:iam::111122223333:oidc-provider/accounts.google.com";
    String ours = ACCOUNT.policy().replace("{\"Federated\":\"accounts.google.com\"}", "%s");
    String named = ours.formatted("{\"Federated\":\"%s\"}".formatted(arn));
    OidcProvider own = new OidcProvider(arn, "accounts.google.com", List.of(SUB));

    assertThat(AwsItems.trust(ROLE, ACCOUNT, role(named), Outcome.done(List.of(own))).state())
        .isEqualTo(State.PRESENT);
    assertThat(AwsItems.trust(ROLE, ACCOUNT, role(named), Outcome.done(List.of())).state())
        .isEqualTo(State.MISSING);
  }

  private static boolean changes(Fix fix) {
    return String.valueOf(fix.aws()).contains("update-assume-role-policy");
  }

  private static String google(String conditions) {
    return """
    {'Effect': 'Allow', 'Principal': {'Federated': 'accounts.google.com'},
     'Action': 'sts:AssumeRoleWithWebIdentity', 'Condition': {%s}}\
    """
        .formatted(conditions);
  }

  private static SetupItem item(Awaited token, String statements) {
    String policy =
        "{'Version': '2012-10-17', 'Statement': [%s]}"
            .formatted(statements)
            .replace('\'', '"')
            .replace("G:", "accounts.google.com:")
            .replace("ID\"", SUB + "\"");
    return AwsItems.trust(ROLE, token, role(policy), Outcome.done(List.of()));
  }

  private static Outcome<RoleDetail> role(String policy) {
    return Outcome.done(
        new RoleDetail(new RoleSummary(ROLE.arn(), "Worker", "/"), policy, Duration.ofHours(1)));
  }
}
