package dev.crosstrust.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.token.Lifetime.State;
import org.junit.jupiter.api.Test;

class SignedRequestTest {
  private final SignedRequest request = Tokens.signedRequest();

  @Test
  void urlMethodAndHeadersComeOutOfThePercentEncoding() {
    assertThat(request.family()).isEqualTo(Family.AWS_SIGNED_REQUEST);
    assertThat(request.encoded()).isTrue();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.url()).contains("Action=GetCallerIdentity");
    assertThat(request.headerNamed("X-Amz-Security-Token")).contains("session+token/of=tests");
  }

  @Test
  void itsClaimsNameTheSignerButNoSecret() {
    assertThat(request.claims().path("Authorization").stringValue())
        .contains("Credential=AKTEST/20261121/eu-west-1/sts/aws4_request")
        .doesNotContain("0123456789abcdef");
    assertThat(request.claims().path("x-amz-security-token").stringValue()).startsWith("‹sha256:");
    assertThat(request.toString() + request.headers())
        .doesNotContain("session+token")
        .doesNotContain("0123456789abcdef");
  }

  @Test
  void plainJsonIsReadTooAndRemembered() {
    SignedRequest plain = (SignedRequest) Tokens.read(Tokens.requestJson());
    assertThat(plain.encoded()).isFalse();
    assertThat(plain.headers()).isEqualTo(request.headers());
  }

  @Test
  void itLivesAQuarterOfAnHourFromItsDate() {
    assertThat(Lifetime.of(request, Tokens.ISSUED))
        .isEqualTo(new Lifetime(Tokens.ISSUED, null, Tokens.ISSUED.plusSeconds(900), State.VALID));
    assertThat(Lifetime.of(request, Tokens.ISSUED.plusSeconds(900)).state())
        .isEqualTo(State.EXPIRED);
    assertThat(Lifetime.of(request, Tokens.ISSUED.minusSeconds(600)).state())
        .isEqualTo(State.NOT_YET_VALID);
  }
}
