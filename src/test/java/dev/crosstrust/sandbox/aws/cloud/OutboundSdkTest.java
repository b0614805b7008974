package dev.crosstrust.sandbox.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.ManagedPolicy;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.FeatureDisabledException;
import software.amazon.awssdk.services.iam.model.FeatureEnabledException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetWebIdentityTokenResponse;
import software.amazon.awssdk.services.sts.model.JwtPayloadSizeExceededException;
import software.amazon.awssdk.services.sts.model.OutboundWebIdentityFederationDisabledException;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.services.sts.model.Tag;

/** Amazon's own clients switch outbound federation and ask for tokens. */
class OutboundSdkTest {
  private final TestCloud cloud = new TestCloud();
  private LoopbackServer server;
  private SdkHttpClient http;
  private StaticCredentialsProvider admin;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.start(0, cloud.door);
    http = UrlConnectionHttpClient.create();
    cloud.account.addUser("admin", it -> it.attach(ManagedPolicy.ofAws("AdministratorAccess")));
    StoredCredential key = cloud.account.addAccessKey("admin");
    admin =
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void issuerAndKeysOutliveDisabling() {
    try (IamClient iam = iam();
        StsClient sts = sts(Region.EU_WEST_1)) {
      assertThatThrownBy(() -> iam.getOutboundWebIdentityFederationInfo(it -> {}))
          .isInstanceOf(FeatureDisabledException.class)
          .hasMessageContaining(
              "Outbound identity federation is disabled for account 111122223333");

      String issuer = iam.enableOutboundWebIdentityFederation(it -> {}).issuerIdentifier();
      assertThat(issuer).matches("https://[0-9a-f-]{36}\\.tokens\\.sts\\.global\\.api\\.aws");
      var info = iam.getOutboundWebIdentityFederationInfo(it -> {});
      assertThat(info.issuerIdentifier()).isEqualTo(issuer);
      assertThat(info.jwtVendingEnabled()).isTrue();
      String before = token(sts, 300).webIdentityToken();
      assertThatThrownBy(() -> iam.enableOutboundWebIdentityFederation(it -> {}))
          .isInstanceOf(FeatureEnabledException.class)
          .hasMessageContaining("is already enabled for account 111122223333");

      iam.disableOutboundWebIdentityFederation(it -> {});
      assertThatThrownBy(() -> token(sts, 300))
          .isInstanceOf(OutboundWebIdentityFederationDisabledException.class);
      assertThatThrownBy(() -> iam.disableOutboundWebIdentityFederation(it -> {}))
          .isInstanceOf(FeatureDisabledException.class)
          .hasMessageContaining("is already disabled for account 111122223333");

      assertThat(iam.enableOutboundWebIdentityFederation(it -> {}).issuerIdentifier())
          .isEqualTo(issuer);
      assertThat(before).isNotEmpty();
    }
  }

  @Test
  void aTokenHasWhatWasAskedFor() throws Exception {
    cloud.account.outbound().enable();
    try (StsClient sts = sts(Region.EU_WEST_1)) {
      GetWebIdentityTokenResponse given =
          sts.getWebIdentityToken(
              it ->
                  it.audience("a", "b")
                      .signingAlgorithm("ES384")
                      .durationSeconds(60)
                      .tags(Tag.builder().key("env").value("dev").build()));

      assertThat(given.expiration()).isEqualTo(cloud.now.plus(Duration.ofMinutes(1)));
      var claims = SignedJWT.parse(given.webIdentityToken()).getJWTClaimsSet();
      assertThat(claims.getAudience()).containsExactly("a", "b");
      assertThat(claims.getSubject()).isEqualTo("arn:aws:iam::111122223333:user/admin");
      assertThat(claims.getJSONObjectClaim("https://sts.amazonaws.com/"))
          .containsEntry("source_region", "eu-west-1")
          .containsEntry("request_tags", Map.of("env", "dev"));
    }
  }

  @Test
  void refusalsArriveAsTheSdksOwnExceptions() {
    cloud.account.outbound().enable();
    try (StsClient sts = sts(Region.EU_WEST_1);
        StsClient global = sts(Region.AWS_GLOBAL)) {
      assertThatThrownBy(
              () ->
                  sts.getWebIdentityToken(
                      it ->
                          it.audience("a")
                              .signingAlgorithm("RS256")
                              .tags(
                                  IntStream.range(0, 50)
                                      .mapToObj(
                                          i ->
                                              Tag.builder()
                                                  .key(i + "k".repeat(100))
                                                  .value("v".repeat(256))
                                                  .build())
                                      .toList())))
          .isInstanceOf(JwtPayloadSizeExceededException.class);
      assertThatThrownBy(() -> token(global, 300))
          .isInstanceOf(StsException.class)
          .hasMessageContaining("Operation not supported on STS global endpoint");
    }
  }

  private static GetWebIdentityTokenResponse token(StsClient sts, int seconds) {
    return sts.getWebIdentityToken(
        it -> it.audience("a").signingAlgorithm("RS256").durationSeconds(seconds));
  }

  private StsClient sts(Region region) {
    return to(StsClient.builder(), region).httpClient(http).build();
  }

  private IamClient iam() {
    return to(IamClient.builder(), Region.AWS_GLOBAL).httpClient(http).build();
  }

  private <B extends AwsClientBuilder<B, ?>> B to(B builder, Region region) {
    return builder.region(region).endpointOverride(server.origin()).credentialsProvider(admin);
  }
}
