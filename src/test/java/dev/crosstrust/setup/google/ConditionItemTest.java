package dev.crosstrust.setup.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Route.Expect;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.trust.google.Awaited;
import dev.crosstrust.trust.google.PoolProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionItemTest {
  private static final String PROVIDER =
      "projects/1/locations/global/workloadIdentityPools/p/providers/q";
  private static final String ISSUER = "https://u.tokens.sts.global.api.aws";
  private static final String ACCOUNT = "111122223333";
  private static final String ROLE = "arn:aws:iam::111122223333:role/Worker";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          assertion['https://sts.amazonaws.com/'].aws_account == '111122223333'           | PRESENT
          assertion["https://sts.amazonaws.com/"].aws_account=="111122223333"             | PRESENT
          assertion['https://sts.amazonaws.com/'].aws_account == '444455556666'           | MISSING
          (attribute.id == 'x') && assertion['https://sts.amazonaws.com/'].aws_account == '111122223333' | UNKNOWN
          (attribute.id == 'x') && assertion['https://sts.amazonaws.com/'].aws_account == '444455556666' | MISSING
          `(true) || (false) && assertion['https://sts.amazonaws.com/'].aws_account == '444455556666'` | PRESENT
          assertion['https://sts.amazonaws.com/'].request_tags.env == 'prod'              | UNKNOWN
          has(assertion['https://sts.amazonaws.com/'].org_id)                             | UNKNOWN
          google.subject.startsWith('arn:aws:iam::111122223333:role/')                    | PRESENT
          google.subject == 'arn:aws:iam::111122223333:role/Other'                        | MISSING
          assertion.account == '111122223333'                                             | MISSING
          attribute.id == 'x'                                                             | UNKNOWN
          attribute.unmapped == 'x'                                                       | MISSING
          """)
  void aConditionIsDecidedAsFarAsTheTokenIsForeseen(String condition, State state) {
    SetupItem item = ofJwt(condition, ISSUER, null);

    assertThat(item.state()).isEqualTo(state);
    if (state == State.MISSING) {
      assertThat(item.fix().getLast().gcloud())
          .as("no more than the one that is meant")
          .contains("update-oidc", ") || assertion.sub == \"%s\"".formatted(ROLE));
      assertThat(item.fix().getLast().effect()).isEqualTo(Effect.WIDENS);
    } else {
      assertThat(item.fix()).isEmpty();
    }
  }

  @Test
  void whatKeepsTheTokenOutIsNamedWithWhatItSaw() {
    assertThat(ofJwt("google.subject == 'x' && attribute.id == 'y'", ISSUER, null).because())
        .isEqualTo(
            "google.subject == \"x\" is false: google.subject is \"%s\"; attribute.id == \"y\" cannot be told from here"
                .formatted(ROLE));
  }

  @Test
  void aConditionOfAProviderForSignedRequestsHasAClaimOfItsOwn() {
    String ours = "assertion.account == '111122223333'";

    assertThat(ofRequest(ours).state()).isEqualTo(State.PRESENT);
    assertThat(ofRequest(ours.replace("111122223333", "444455556666")).fix())
        .as("who it is is not known: nobody can be let in besides")
        .noneMatch(fix -> String.valueOf(fix.gcloud()).contains("||"))
        .anyMatch(fix -> String.valueOf(fix.gcloud()).contains("update-aws"));
    assertThat(ofJwt(ours, null, ACCOUNT).state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aRoleIsAdmittedInAllItsSessions() {
    String session = "arn:aws:sts::111122223333:assumed-role/Worker/one";
    SetupItem item =
        new ConditionItem(route(SubjectToken.Kind.AWS_SIGNED_REQUEST), awaited(true, session))
            .in(provider("assertion.account == '444455556666'", null, ACCOUNT))
            .orElseThrow();

    assertThat(item.fix().getLast().gcloud())
        .contains(
            "update-aws",
            "|| attribute.aws_role == \"arn:aws:sts::111122223333:assumed-role/Worker\"");
  }

  @Test
  void aCommentAtTheEndOfAConditionStaysOne() {
    SetupItem item = ofJwt("assertion.sub == 'x' // only x", ISSUER, null);

    assertThat(item.fix().getLast().gcloud()).contains("// only x\\012) || assertion.sub == ");
  }

  @Test
  void oneThatIsNotCelIsToBeLookedAt() {
    SetupItem item = ofJwt("assertion.sub = 'x'", ISSUER, null);

    assertThat(item.state()).isEqualTo(State.MISSING);
    assertThat(item.fix().getFirst().gcloud()).contains("providers describe");
  }

  @Test
  void withoutAConditionThereIsNothingToSay() {
    assertThat(
            new ConditionItem(route(SubjectToken.Kind.JWT), awaited(false, ROLE))
                .in(provider("", ISSUER, null)))
        .isEmpty();
  }

  private static SetupItem ofJwt(String condition, String issuer, String account) {
    return new ConditionItem(route(SubjectToken.Kind.JWT), awaited(false, ROLE))
        .in(provider(condition, issuer, account))
        .orElseThrow();
  }

  private static SetupItem ofRequest(String condition) {
    return new ConditionItem(route(SubjectToken.Kind.AWS_SIGNED_REQUEST), awaited(true, null))
        .in(provider(condition, null, ACCOUNT))
        .orElseThrow();
  }

  private static Awaited awaited(boolean signedRequest, String arn) {
    return new Awaited(signedRequest, ACCOUNT, arn, ISSUER, "//iam.googleapis.com/" + PROVIDER);
  }

  private static Outcome<PoolProvider> provider(String condition, String issuer, String account) {
    Map<String, String> mapping =
        account == null
            ? Map.of("google.subject", "assertion.sub", "attribute.id", "assertion.jti")
            : Map.of();
    return Outcome.done(
        new PoolProvider(
            PROVIDER, false, false, mapping, condition, issuer, List.of(), account, null));
  }

  private static AwsToGoogle route(SubjectToken.Kind kind) {
    return new AwsToGoogle(
        "r",
        "aws:x",
        null,
        new AwsToGoogle.TokenForm(kind, null, null),
        new AwsToGoogle.Pool(PROVIDER, null, null, "googleapis.com"),
        Expect.ANYTHING,
        List.of());
  }
}
