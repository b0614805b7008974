package dev.crosstrust.setup.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.inspect.google.Pool;
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

class PoolItemsTest {
  private static final String POOL = "projects/1/locations/global/workloadIdentityPools/p";
  private static final String PROVIDER = POOL + "/providers/q";
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

  private static Awaited awaited(String arn) {
    return new Awaited(false, "111122223333", arn, ISSUER, "//iam.googleapis.com/p");
  }

  private static Outcome<PoolProvider> oidc(String issuer, String... audiences) {
    return Outcome.done(
        new PoolProvider(
            PROVIDER,
            false,
            false,
            Map.of("google.subject", "assertion.sub"),
            "",
            issuer,
            List.of(audiences),
            null,
            null));
  }

  private static Outcome<PoolProvider> aws(String account) {
    return Outcome.done(
        new PoolProvider(PROVIDER, false, false, Map.of(), "", null, List.of(), account, null));
  }

  private static <T> Outcome<T> notFound() {
    return new Refused<>(new Refusal("iam", "get", 404, "NOT_FOUND", "not found", null));
  }

  @Test
  void aPoolIsCreatedUndeletedOrEnabled() {
    assertThat(jwt(ISSUER).pool(Outcome.done(new Pool(POOL, false, false))).state())
        .isEqualTo(State.PRESENT);
    assertThat(command(jwt(ISSUER).pool(notFound())))
        .isEqualTo("gcloud iam workload-identity-pools create " + POOL);
    assertThat(command(jwt(ISSUER).pool(Outcome.done(new Pool(POOL, true, false)))))
        .isEqualTo("gcloud iam workload-identity-pools undelete " + POOL);
    assertThat(command(jwt(ISSUER).pool(Outcome.done(new Pool(POOL, false, true)))))
        .endsWith("update %s --no-disabled".formatted(POOL));
  }

  @Test
  void aMissingProviderIsCreatedForTheWayOfPresenting() {
    assertThat(command(jwt(ISSUER).provider(notFound())))
        .contains(
            "create-oidc %s/providers/q --".formatted(POOL),
            "--issuer-uri=" + ISSUER,
            "--attribute-mapping=google.subject=assertion.sub",
            "aws_account == '\\''111122223333'\\''");
    assertThat(command(signed().provider(notFound())))
        .endsWith("create-aws %s/providers/q --account-id=111122223333".formatted(POOL));
    assertThat(jwt(null).provider(notFound()).fix().getFirst().text())
        .contains("ISSUER is what aws iam get-outbound-web-identity-federation-info prints");
  }

  @Test
  void theIssuerIsHeldAgainstThatOfTheAccount() {
    assertThat(jwt(ISSUER).source(oidc(ISSUER)).state()).isEqualTo(State.PRESENT);
    assertThat(jwt(ISSUER).source(oidc(ISSUER + "/")).because())
        .isEqualTo("It is %s/, and the account's is %s".formatted(ISSUER, ISSUER));
    assertThat(jwt(ISSUER).source(oidc(ISSUER + "/")).fix().getFirst().effect())
        .isEqualTo(Effect.WIDENS);
    assertThat(jwt(null).source(oidc(ISSUER)).state()).isEqualTo(State.UNKNOWN);
    assertThat(jwt(ISSUER).source(aws("111122223333")).because())
        .isEqualTo(
            "The provider is for signed requests, and the route sends a JWT: make another"
                + " provider");
  }

  @Test
  void aProviderForSignedRequestsIsOfOneAccount() {
    assertThat(signed().source(aws("111122223333")).state()).isEqualTo(State.PRESENT);
    SetupItem other = signed().source(aws("444455556666"));
    assertThat(command(other))
        .endsWith("update-aws %s --account-id=111122223333".formatted(PROVIDER));
    assertThat(other.fix().getFirst().effect()).isEqualTo(Effect.WIDENS);
    assertThat(signed().source(oidc(ISSUER)).because())
        .isEqualTo(
            "The provider is for JWTs, and the route sends a signed request: make another"
                + " provider");
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
    assertThat(mapped(fits, "assertion.sub + assertion.jti", "").state()).isEqualTo(State.UNKNOWN);
    assertThat(mapped(null, "assertion.sub", "").state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void aShorterMappingKeepsWhatElseIsMapped() {
    assertThat(command(mapped(ROLE + "/W".repeat(60), "assertion.sub", "attribute.a == 'x'")))
        .contains("attribute.a=assertion.aud", "google.subject=assertion.sub.extract(")
        .doesNotContain("--attribute-condition");
  }

  @Test
  void whereGooglesOwnMappingWasInForceItsAttributeStays() {
    String session = "arn:aws:sts::111122223333:assumed-role/Worker/" + "s".repeat(100);
    Mapped mapped =
        new Mapped(
            route(SubjectToken.Kind.AWS_SIGNED_REQUEST, null),
            new Awaited(true, "111122223333", session, null, "//iam.googleapis.com/p"),
            null);

    SetupItem item = mapped.subject(aws("111122223333"));

    assertThat(command(item))
        .contains(
            "attribute.aws_role=assertion.arn.contains(",
            "google.subject=assertion.arn.extract('\\''assumed-role/{role}/'\\'')");
    assertThat(item.fix().getFirst().effect()).isEqualTo(Effect.WIDENS);
  }

  /** What is after role/ may be as long as a path is. */
  @Test
  void ofAVeryLongPathTheNameAloneIsMapped() {
    String path = "path/".repeat(40);

    assertThat(command(mapped(ROLE.replace("Worker", path + "Worker"), "assertion.sub", "")))
        .contains("assertion.sub.extract('\\''role/" + path + "{role}'\\'')");
  }

  @Test
  void whatIsNotKnownIsNotReplaced() {
    Outcome<PoolProvider> refused =
        new Refused<>(new Refusal("iam", "get", 403, "PERMISSION_DENIED", "no", null));
    Mapped mapped = new Mapped(route(SubjectToken.Kind.JWT, null), awaited(ROLE), null);
    for (SetupItem item :
        List.of(
            mapped.subject(refused),
            mapped(ROLE, "assertion.jti", ""),
            mapped(null, "assertion.sub", ""),
            jwt(ISSUER).audience(refused),
            jwt(ISSUER).source(refused),
            jwt(null).source(oidc(ISSUER)),
            signed().source(refused))) {
      assertThat(item.state()).isEqualTo(State.UNKNOWN);
      assertThat(item.fix())
          .singleElement()
          .satisfies(
              fix ->
                  assertThat(fix.gcloud())
                      .isEqualTo(
                          "gcloud iam workload-identity-pools providers describe %s/providers/q"
                              .formatted(POOL)));
    }
  }

  @Test
  void anAudienceIsAddedToThoseThatTheProviderTakes() {
    String own = "//iam.googleapis.com/" + POOL + "/providers/q";
    assertThat(command(jwt(ISSUER).audience(oidc(ISSUER, "other", "third"))))
        .endsWith("--allowed-audiences=other,third," + own);
    PoolItems named = new PoolItems(route(SubjectToken.Kind.JWT, "mine"), "111122223333", ISSUER);
    assertThat(command(named.audience(oidc(ISSUER))))
        .endsWith("--allowed-audiences=%s,https:%s,mine".formatted(own, own));
  }

  @Test
  void aMappingWithACommaIsPartedAtAnotherSign() {
    String expression = "assertion.sub.extract('x{a}').matches('a{1,2}') ? 'a' : ''";
    SetupItem item =
        new Mapped(route(SubjectToken.Kind.JWT, null), awaited(ROLE), null)
            .subject(
                Outcome.done(
                    new PoolProvider(
                        PROVIDER,
                        false,
                        false,
                        Map.of("attribute.a", expression),
                        "",
                        ISSUER,
                        List.of(),
                        null,
                        null)));

    assertThat(command(item)).contains("--attribute-mapping=^;^attribute.a=", ";google.subject=");
  }

  @Test
  void aMappingForWhatTheRouteDoesNotPresentIsLeftAlone() {
    Mapped mapped = new Mapped(route(SubjectToken.Kind.JWT, null), awaited(ROLE), null);

    assertThat(command(mapped.subject(aws("111122223333")))).contains(" describe ");
  }

  @Test
  void bothFormsOfAProviderForSignedRequestsKeepAwsOwnMapping() {
    assertThat(signed().provider(notFound()).fix().getFirst().terraform())
        .isEqualTo(
            """
            resource "google_iam_workload_identity_pool_provider" "q" {
              project = "1"
              workload_identity_pool_id = "p"
              workload_identity_pool_provider_id = "q"
              aws {
                account_id = "111122223333"
              }
            }\
            """);
    assertThat(jwt(ISSUER).provider(notFound()).fix().getFirst().terraform())
        .contains(
            """
              attribute_mapping = { "google.subject" = "assertion.sub" }
              attribute_condition = "assertion['https://sts.amazonaws.com/'].aws_account == '111122223333'"
              oidc {
                issuer_uri = "https://u.tokens.sts.global.api.aws"
            """
                .indent(0));
  }

  private static SetupItem mapped(String arn, String expression, String condition) {
    Mapped mapped = new Mapped(route(SubjectToken.Kind.JWT, null), awaited(arn), null);
    return mapped.subject(
        Outcome.done(
            new PoolProvider(
                PROVIDER,
                false,
                false,
                Map.of("google.subject", expression, "attribute.a", "assertion.aud"),
                condition,
                ISSUER,
                List.of(),
                null,
                null)));
  }

  private static String command(SetupItem item) {
    assertThat(item.state()).isEqualTo(State.MISSING);
    return item.fix().getFirst().gcloud();
  }
}
