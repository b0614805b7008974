package dev.crosstrust.setup.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.inspect.aws.OutboundFederation;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.inspect.aws.RolePolicy;
import dev.crosstrust.inspect.aws.RoleSummary;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Route.Expect;
import dev.crosstrust.route.Step;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.trust.aws.Awaited;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.RoleArn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AwsItemsTest {
  private static final RoleArn ROLE =
      RoleArn.of("arn:aws:iam::111122223333:role/team/Worker").orElseThrow();
  private static final Awaited TOKEN = new Awaited("aud", "12345", "12345");

  private static <T> Outcome<T> refused(int status, String code) {
    return new Refused<>(new Refusal("iam", "GetRole", status, code, "said so", null));
  }

  private static Outcome<RoleDetail> role(String arn, String trust) {
    return Outcome.done(
        new RoleDetail(new RoleSummary(arn, "Worker", "/"), trust, Duration.ofHours(1)));
  }

  private static Outcome<List<RolePolicy>> policies(String... documents) {
    return Outcome.done(
        List.of(documents).stream()
            .map(it -> new RolePolicy("inline", it.replace('\'', '"')))
            .toList());
  }

  private static SetupItem trust(Outcome<RoleDetail> read) {
    return AwsItems.trust(ROLE, TOKEN, read, Outcome.done(List.of()));
  }

  @Test
  void outboundFederationIsOnOffOrNotKnown() {
    assertThat(
            AwsItems.outbound("1", Outcome.done(new OutboundFederation("https://i.example")))
                .because())
        .isEqualTo("The account's issuer is https://i.example");
    SetupItem off = AwsItems.outbound("1", Outcome.done(new OutboundFederation(null)));
    assertThat(off.state()).isEqualTo(State.MISSING);
    assertThat(off.fix().getFirst().terraform())
        .isEqualTo("resource \"aws_iam_outbound_web_identity_federation\" \"this\" {}");
    SetupItem unread = AwsItems.outbound("1", Outcome.broken(Kind.UNREACHABLE, "no connection"));
    assertThat(unread.state()).isEqualTo(State.UNKNOWN);
    assertThat(unread.because()).isEqualTo("no connection");
    assertThat(unread.fix()).isEqualTo(off.fix());
  }

  @Test
  void aRoleThatIsNotThereIsMissingAndOneThatNobodyShowsIsNot() {
    SetupItem missing = AwsItems.role(ROLE, TOKEN, refused(404, "NoSuchEntity"));
    assertThat(missing.state()).isEqualTo(State.MISSING);
    assertThat(missing.fix().getFirst().aws())
        .startsWith("aws iam create-role --role-name Worker --path /team/ ");
    assertThat(AwsItems.role(ROLE, TOKEN, refused(403, "AccessDenied")).state())
        .isEqualTo(State.UNKNOWN);
  }

  @Test
  void aRoleOfTheSameNameOnAnotherPathIsAnotherRole() {
    SetupItem item =
        AwsItems.role(ROLE, TOKEN, role("arn:aws:iam::111122223333:role/Worker", "{}"));

    assertThat(item.state()).isEqualTo(State.MISSING);
    assertThat(item.because())
        .isEqualTo(
            "The account has arn:aws:iam::111122223333:role/Worker, and the route says"
                + " arn:aws:iam::111122223333:role/team/Worker");
  }

  @Test
  void aTrustPolicyThatCannotBeReadIsNotJudged() {
    assertThat(trust(role(ROLE.arn(), "cut {")).state()).isEqualTo(State.UNKNOWN);
    assertThat(trust(role(ROLE.arn(), TOKEN.policy())).state()).isEqualTo(State.PRESENT);
  }

  @Test
  void whileThePolicyIsNotKnownNoCommandReplacesIt() {
    for (SetupItem item :
        List.of(
            trust(refused(403, "AccessDenied")),
            trust(refused(404, "NoSuchEntity")),
            trust(role(ROLE.arn(), "cut {")))) {
      assertThat(item.fix())
          .singleElement()
          .satisfies(
              fix -> {
                assertThat(fix.aws()).isEqualTo("aws iam get-role --role-name Worker");
                assertThat(fix.terraform()).isNull();
                assertThat(fix.text()).contains("{\"Effect\":\"Allow\",\"Principal\"");
              });
    }
  }

  @Test
  void ofARoleThatIsThereOnlyTheArgumentIsPrinted() {
    SetupItem item = trust(role(ROLE.arn(), "{\"Statement\": []}"));

    assertThat(item.state()).isEqualTo(State.MISSING);
    assertThat(item.fix().getFirst().terraform())
        .startsWith("# in aws_iam_role.Worker\nassume_role_policy = jsonencode({")
        .doesNotContain("resource");
  }

  @Test
  void againstADenyNoAllowIsOffered() {
    String deny = TOKEN.policy().replace("Allow", "Deny");
    SetupItem trust = trust(role(ROLE.arn(), deny));
    assertThat(trust.state()).isEqualTo(State.MISSING);
    assertThat(trust.because())
        .startsWith(
            "A statement of the policy denies this token. Statement 1 denies it, whatever others");
    assertThat(trust.fix())
        .containsExactly(Fix.of("See whether Statement 1 means this token; if not, narrow it."));

    Step get = new Step(Operation.GET_OBJECT, "s3://b/k", null);
    SetupItem step =
        PermissionItems.step(
                ROLE,
                get,
                Outcome.done(
                    List.of(
                        new RolePolicy("reader", statement("Allow", "")),
                        new RolePolicy("fence", statement("Deny", "")))))
            .orElseThrow();
    assertThat(step.state()).isEqualTo(State.MISSING);
    assertThat(step.because())
        .isEqualTo("s3:GetObject on arn:aws:s3:::b/k is denied by fence, whatever others allow");
    assertThat(step.fix()).isEmpty();
  }

  @Test
  void aDenyThatMayHitIsNoPlaceForAnAllowEither() {
    Step get = new Step(Operation.GET_OBJECT, "s3://b/k", null);
    SetupItem step =
        PermissionItems.step(
                ROLE,
                get,
                policies(
                    statement("Allow", ""),
                    statement(
                        "Deny", ",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"false\"}}")))
            .orElseThrow();

    assertThat(step.state()).isEqualTo(State.UNKNOWN);
    assertThat(step.fix()).isEmpty();
  }

  private static String statement(String effect, String more) {
    return "{\"Statement\":{\"Effect\":\"%s\",\"Action\":\"s3:*\",\"Resource\":\"*\"%s}}"
        .formatted(effect, more);
  }

  @Test
  void aProviderOfItsOwnForGoogleTakesItsOwnClientsOnly() {
    OidcProvider other = new OidcProvider("arn:o", "accounts.google.com.example", List.of("a"));
    assertThat(AwsItems.googleIsKnown(TOKEN, Outcome.done(List.of(other))).state())
        .isEqualTo(State.PRESENT);
    OidcProvider own = new OidcProvider("arn:s", "accounts.google.com", List.of("a", "b"));
    SetupItem item = AwsItems.googleIsKnown(TOKEN, Outcome.done(List.of(other, own)));
    assertThat(item.state()).isEqualTo(State.MISSING);
    assertThat(item.because()).contains("arn:s", "a, b", "12345");
    assertThat(item.fix())
        .extracting(fix -> fix.aws())
        .containsExactly(
            "aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:s"
                + " --client-id 12345",
            "aws iam delete-open-id-connect-provider --open-id-connect-provider-arn arn:s");
  }

  @Test
  void aProviderOfItsOwnThatTakesTheTokenIsNoObstacle() {
    Outcome<List<OidcProvider>> own =
        Outcome.done(List.of(new OidcProvider("arn:s", "accounts.google.com", List.of("12345"))));
    assertThat(AwsItems.googleIsKnown(TOKEN, own).state()).isEqualTo(State.PRESENT);
    SetupItem open = AwsItems.googleIsKnown(new Awaited("aud", null, null), own);
    assertThat(open.state()).isEqualTo(State.UNKNOWN);
    assertThat(open.fix()).noneMatch(fix -> String.valueOf(fix.aws()).contains("delete"));
  }

  @Test
  void aStepNeedsAnActionOnItsTarget() {
    Step put = new Step(Operation.PUT_OBJECT, "s3://b/hello_{timestamp}.txt", null);
    String may = "{'Statement': {'Effect': 'Allow', 'Action': 's3:Put*', 'Resource': '%s'}}";

    assertThat(
            PermissionItems.step(ROLE, put, policies(may.formatted("arn:aws:s3:::b/*")))
                .orElseThrow()
                .because())
        .isEqualTo("s3:PutObject on arn:aws:s3:::b/hello_*.txt is allowed by inline");
    SetupItem lacking =
        PermissionItems.step(ROLE, put, policies(may.formatted("arn:aws:s3:::c/*"))).orElseThrow();
    assertThat(lacking.state()).isEqualTo(State.MISSING);
    assertThat(lacking.fix().getFirst().aws())
        .contains("\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::b/hello_*.txt\"");
    assertThat(PermissionItems.step(ROLE, put, policies()).orElseThrow().because())
        .isEqualTo("The role has no policy at all");
    assertThat(
            PermissionItems.step(
                ROLE, new Step(Operation.GET_CALLER_IDENTITY, null, null), policies()))
        .isEmpty();
  }

  @Test
  void aTokenIsAllowedForItsAudienceDurationAndAlgorithm() {
    String policy =
        """
        {'Statement': {'Effect': 'Allow', 'Action': 'sts:GetWebIdentityToken', 'Resource': '*', 'Condition': {
          'ForAnyValue:StringEquals': {'sts:IdentityTokenAudience': '%s'},
          'NumericLessThanEquals': {'sts:DurationSeconds': 300},
          'StringEquals': {'sts:SigningAlgorithm': 'RS256'}}}}\
        """;

    assertThat(token(policy.formatted("a"), null).state()).isEqualTo(State.PRESENT);
    assertThat(token(policy.formatted("a"), Duration.ofHours(1)).because())
        .isEqualTo("sts:DurationSeconds under NumericLessThanEquals is to be 300, and is 3600");
    assertThat(token(policy.formatted("b"), null).because())
        .isEqualTo("sts:IdentityTokenAudience under ForAnyValue:StringEquals is to be b, and is a");
  }

  private static SetupItem token(String policy, Duration duration) {
    AwsToGoogle route =
        new AwsToGoogle(
            "r",
            "aws:x",
            "a",
            new AwsToGoogle.TokenForm(SubjectToken.Kind.JWT, null, duration),
            new AwsToGoogle.Pool("p", null, null, "googleapis.com"),
            Expect.ANYTHING,
            List.of());
    return PermissionItems.mayHaveToken(route, "Worker", policies(policy));
  }
}
