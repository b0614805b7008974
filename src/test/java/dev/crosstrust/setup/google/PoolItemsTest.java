package dev.crosstrust.setup.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.inspect.google.Pool;
import dev.crosstrust.inspect.google.PoolProvider;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Route.Expect;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.token.SubjectToken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PoolItemsTest {
  private static final String POOL = "projects/1/locations/global/workloadIdentityPools/p";
  private static final String ISSUER = "https://u.tokens.sts.global.api.aws";
  private static final String ROLE = "arn:aws:iam::111122223333:role/Worker";

  private static AwsToGoogle route(SubjectToken.Kind kind, String audience) {
    return new AwsToGoogle(
        "r",
        "aws:x",
        audience,
        new AwsToGoogle.TokenForm(kind, null, null),
        new AwsToGoogle.Pool(POOL + "/providers/q", null, null, "googleapis.com"),
        Expect.ANYTHING,
        List.of());
  }

  private static PoolItems jwt(String issuer) {
    return new PoolItems(route(SubjectToken.Kind.JWT, null), "111122223333", issuer);
  }

  private static PoolItems signed() {
    return new PoolItems(route(SubjectToken.Kind.AWS_SIGNED_REQUEST, null), "111122223333", null);
  }

  private static Outcome<PoolProvider> oidc(String issuer, String... audiences) {
    return Outcome.done(
        new PoolProvider(
            "q",
            false,
            false,
            Map.of("google.subject", "assertion.sub"),
            "",
            issuer,
            List.of(audiences),
            null));
  }

  private static Outcome<PoolProvider> aws(String account) {
    return Outcome.done(
        new PoolProvider("q", false, false, Map.of(), "", null, List.of(), account));
  }

  private static <T> Outcome<T> notFound() {
    return new Refused<>(new Refusal("iam", "get", 404, "NOT_FOUND", "not found", null));
  }

  @Test
  void aPoolIsCreatedUndeletedOrEnabled() {
    assertThat(jwt(ISSUER).pool(Outcome.done(new Pool(POOL, false, false))).state())
        .isEqualTo(State.PRESENT);
    assertThat(command(jwt(ISSUER).pool(notFound())))
        .isEqualTo("gcloud iam workload-identity-pools create p --location=global --project=1");
    assertThat(command(jwt(ISSUER).pool(Outcome.done(new Pool(POOL, true, false)))))
        .isEqualTo("gcloud iam workload-identity-pools undelete p --location=global --project=1");
    assertThat(command(jwt(ISSUER).pool(Outcome.done(new Pool(POOL, false, true)))))
        .endsWith("update p --location=global --project=1 --no-disabled");
  }

  @Test
  void aMissingProviderIsCreatedForTheWayOfPresenting() {
    assertThat(command(jwt(ISSUER).provider(notFound())))
        .contains(
            "create-oidc q --workload-identity-pool=p",
            "--issuer-uri=" + ISSUER,
            "--attribute-mapping=google.subject=assertion.sub",
            "aws_account == '\\''111122223333'\\''");
    assertThat(command(signed().provider(notFound())))
        .endsWith(
            "create-aws q --workload-identity-pool=p --location=global --project=1"
                + " --account-id=111122223333");
    assertThat(jwt(null).provider(notFound()).fix().getFirst().text())
        .contains("ISSUER is what aws iam get-outbound-web-identity-federation-info prints");
  }

  @Test
  void theIssuerIsHeldAgainstThatOfTheAccount() {
    assertThat(jwt(ISSUER).source(oidc(ISSUER)).state()).isEqualTo(State.PRESENT);
    assertThat(jwt(ISSUER).source(oidc(ISSUER + "/")).because())
        .isEqualTo("It is %s/, and the account's is %s".formatted(ISSUER, ISSUER));
    assertThat(jwt(null).source(oidc(ISSUER)).state()).isEqualTo(State.UNKNOWN);
    assertThat(jwt(ISSUER).source(aws("111122223333")).because())
        .isEqualTo("The provider is for signed requests, and the route sends a JWT");
  }

  @Test
  void aProviderForSignedRequestsIsOfOneAccount() {
    assertThat(signed().source(aws("111122223333")).state()).isEqualTo(State.PRESENT);
    assertThat(signed().source(aws("444455556666")).state()).isEqualTo(State.MISSING);
    assertThat(signed().source(oidc(ISSUER)).because())
        .isEqualTo("The provider is for JWTs, and the route sends a signed request");
  }

  @Test
  void withoutAListTheProvidersNameIsItsAudienceAndWithOneNothingElseIs() {
    String own = "//iam.googleapis.com/" + POOL + "/providers/q";
    assertThat(jwt(ISSUER).audience(oidc(ISSUER)).because()).isEqualTo(own);
    assertThat(jwt(ISSUER).audience(oidc(ISSUER, "other")).state()).isEqualTo(State.MISSING);
    PoolItems https =
        new PoolItems(route(SubjectToken.Kind.JWT, "https:" + own), "111122223333", ISSUER);
    assertThat(https.audience(oidc(ISSUER)).state()).isEqualTo(State.PRESENT);
    assertThat(https.audience(oidc(ISSUER, own)).state()).isEqualTo(State.MISSING);
  }

  @Test
  void aSubjectOf127BytesFitsAndOneMoreDoesNot() {
    String fits = ROLE.replace("Worker", "W".repeat(127 - ROLE.length() + 6));

    assertThat(mapped(fits, "assertion.sub", "").state()).isEqualTo(State.PRESENT);
    SetupItem tooLong = mapped(fits + "W", "assertion.sub", "");
    assertThat(tooLong.state()).isEqualTo(State.MISSING);
    assertThat(tooLong.because()).endsWith(": 128 bytes");
    assertThat(mapped(fits + "W", "assertion.sub.extract('role/{r}')", "").state())
        .isEqualTo(State.PRESENT);
    assertThat(mapped(fits, "assertion.sub + ''", "").state()).isEqualTo(State.UNKNOWN);
    assertThat(mapped(null, "assertion.sub", "").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aShorterMappingKeepsWhatElseIsMappedAndDemanded() {
    assertThat(command(mapped(ROLE + "/W".repeat(60), "assertion.sub", "attribute.a == 'x'")))
        .contains("--attribute-mapping=attribute.a=assertion.aud,google.subject=assertion.sub")
        .contains("(attribute.a == '\\''x'\\'') && assertion");
  }

  private static SetupItem mapped(String arn, String expression, String condition) {
    Mapped mapped = new Mapped(route(SubjectToken.Kind.JWT, null), "111122223333", arn, null);
    return mapped.subject(
        Outcome.done(
            new PoolProvider(
                "q",
                false,
                false,
                Map.of("google.subject", expression, "attribute.a", "assertion.aud"),
                condition,
                ISSUER,
                List.of(),
                null)));
  }

  private static String command(SetupItem item) {
    assertThat(item.state()).isEqualTo(State.MISSING);
    return item.fix().getFirst().gcloud();
  }
}
