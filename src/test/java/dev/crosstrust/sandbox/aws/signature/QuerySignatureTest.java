package dev.crosstrust.sandbox.aws.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.wire.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** What STS and IAM accept and say, on requests signed by the AWS SDK. */
class QuerySignatureTest {
  private static AwsError refusal(Request request, Instant now) {
    return catchThrowableOfType(
        AwsError.class, () -> Signing.verifierAt(now).verify(request, Dialect.QUERY));
  }

  private static AwsError refusal(Request request) {
    return refusal(request, Signing.NOW);
  }

  @Test
  void aSignedRequestIsAcceptedAndItsBodyCanStillBeRead() throws IOException {
    Verified verified =
        Signing.verifierAt(Signing.NOW).verify(Signing.sts(Signing.TEMPORARY), Dialect.QUERY);
    assertThat(verified.credential().accessKeyId()).isEqualTo("ASIATEMPORARY");
    assertThat(verified.scope().region()).isEqualTo("eu-west-1");
    assertThat(verified.body()).hasContent("Action=GetCallerIdentity&Version=2011-06-15");
  }

  @Test
  void anotherBodyIsRefused() throws IOException {
    Request request =
        Signing.tampered(Signing.sts(Signing.PERMANENT), "GetCallerIdentity", "AssumeRole");
    AwsError error = refusal(request);
    assertThat(error.status()).isEqualTo(403);
    assertThat(error.code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(error.text())
        .startsWith(
            "The request signature we calculated does not match the signature you provided.")
        .endsWith("Consult the service documentation for details.");
  }

  @Test
  void anotherSecretIsRefused() {
    AwsCredentialsIdentity wrong = AwsCredentialsIdentity.create("AKIDPERMANENT", "other");
    assertThat(refusal(Signing.sts(wrong)).code()).isEqualTo("SignatureDoesNotMatch");
  }

  @Test
  void anUnknownKeyAMissingTokenAndAWrongTokenAreAllInvalidClientTokens() {
    AwsCredentialsIdentity unknown = AwsCredentialsIdentity.create("AKIDUNKNOWN", "a secret");
    AwsCredentialsIdentity noToken = AwsCredentialsIdentity.create("ASIATEMPORARY", "b secret");
    AwsCredentialsIdentity wrongToken =
        AwsSessionCredentialsIdentity.create("ASIATEMPORARY", "b secret", "cut");
    AwsCredentialsIdentity needlessToken =
        AwsSessionCredentialsIdentity.create("AKIDPERMANENT", "a secret", "needless");
    assertThat(new AwsCredentialsIdentity[] {unknown, noToken, wrongToken, needlessToken})
        .allSatisfy(
            identity -> {
              AwsError error = refusal(Signing.sts(identity));
              assertThat(error.status()).isEqualTo(403);
              assertThat(error.code()).isEqualTo("InvalidClientTokenId");
              assertThat(error.text())
                  .isEqualTo("The security token included in the request is invalid");
            });
  }

  @Test
  void aSessionThatIsOverIsRefused() {
    AwsError error =
        refusal(Signing.sts(Signing.TEMPORARY, Signing.SESSION_END), Signing.SESSION_END);
    assertThat(error.status()).isEqualTo(403);
    assertThat(error.code()).isEqualTo("ExpiredToken");
    assertThat(error.text()).isEqualTo("The security token included in the request is expired");
  }

  @Test
  void aClockFifteenMinutesOffIsStillAccepted() throws IOException {
    Request request = Signing.sts(Signing.PERMANENT);
    Instant late = Signing.NOW.plus(Duration.ofMinutes(15));
    assertThat(Signing.verifierAt(late).verify(request, Dialect.QUERY).scope().service())
        .isEqualTo("sts");
  }

  @Test
  void aRequestFromThePastNamesAllThreeTimes() {
    AwsError error =
        refusal(Signing.sts(Signing.PERMANENT), Signing.NOW.plus(Duration.ofMinutes(20)));
    assertThat(error.code()).isEqualTo("SignatureDoesNotMatch");
    assertThat(error.text())
        .isEqualTo(
            "Signature expired: 20261121T100000Z is now earlier than 20261121T100500Z"
                + " (20261121T102000Z - 15 min.)");
  }

  @Test
  void aRequestFromTheFutureNamesAllThreeTimes() {
    AwsError error =
        refusal(Signing.sts(Signing.PERMANENT), Signing.NOW.minus(Duration.ofMinutes(20)));
    assertThat(error.text())
        .isEqualTo(
            "Signature not yet current: 20261121T100000Z is still later than 20261121T095500Z"
                + " (20261121T094000Z + 15 min.)");
  }

  @Test
  void aRequestWithoutASignatureIsAnonymousAndRefusedWhenVerifiedAllTheSame() {
    Request request =
        Signing.with(Signing.sts(Signing.PERMANENT), "authorization", Optional.empty());
    assertThat(Signing.verifierAt(Signing.NOW).signed(request)).isFalse();
    assertThat(refusal(request).code()).isEqualTo("MissingAuthenticationToken");
  }

  @Test
  void aScopeOfAnotherDayIsRefused() {
    Request request = Signing.sts(Signing.PERMANENT);
    String header = request.header("Authorization").orElseThrow();
    Request other =
        Signing.with(
            request, "authorization", Optional.of(header.replace("/20261121/", "/20261120/")));
    assertThat(refusal(other).text())
        .isEqualTo(
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from"
                + " HTTP: '20261120' != '20261121', from '20261121T100000Z'.");
  }

  @Test
  void aTruncatedHeaderIsIncomplete() {
    Request request =
        Signing.with(
            Signing.sts(Signing.PERMANENT),
            "authorization",
            Optional.of("AWS4-HMAC-SHA256 Credential=AKIDPERMANENT/20261121"));
    assertThat(refusal(request).code()).isEqualTo("IncompleteSignature");
  }
}
