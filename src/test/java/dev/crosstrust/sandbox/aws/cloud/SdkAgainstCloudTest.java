package dev.crosstrust.sandbox.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.ManagedPolicy;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.IamException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.Role;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.ExpiredTokenException;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.StsException;

/** Amazon's own client reads our answers. */
class SdkAgainstCloudTest {
  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
       "Principal": {"Federated": "accounts.google.com"},
       "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {
        "accounts.google.com:oaud": "sts.amazonaws.com",
        "accounts.google.com:sub": "114809731204417780391"}}}]}\
      """;

  private final TestCloud cloud = new TestCloud();
  private LoopbackServer server;
  private SdkHttpClient http;

  @BeforeEach
  void start() throws IOException {
    server = LoopbackServer.start(0, cloud.door);
    http = UrlConnectionHttpClient.create();
    cloud.account.addRole(
        "GCPWorkloadIAMRole",
        TRUST,
        it -> it.attach(ManagedPolicy.ofAws("AmazonS3ReadOnlyAccess")));
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void aTokenBuysKeysThatSayWhoTheyAreAndMayNotListRoles() {
    try (StsClient anonymous = sts(null)) {
      AssumeRoleWithWebIdentityResponse bought = exchange(anonymous, GoogleToken.at(cloud.now));
      assertThat(bought.provider()).isEqualTo("accounts.google.com");
      assertThat(bought.audience()).isEqualTo("114809731204417780391");
      assertThat(bought.subjectFromWebIdentityToken()).isEqualTo("114809731204417780391");
      assertThat(bought.credentials().expiration()).isEqualTo(cloud.now.plus(Duration.ofHours(1)));
      assertThat(bought.responseMetadata().requestId()).hasSize(36);

      Credentials keys = bought.credentials();
      AwsCredentials session =
          AwsSessionCredentials.create(
              keys.accessKeyId(), keys.secretAccessKey(), keys.sessionToken());
      try (StsClient sts = sts(session);
          IamClient iam = iam(session)) {
        assertThat(sts.getCallerIdentity().arn())
            .isEqualTo("arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session");
        IamException refusal = catchThrowableOfType(IamException.class, iam::listRoles);
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
        assertThat(refusal.awsErrorDetails().errorMessage())
            .isEqualTo(
                "User: arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session is not"
                    + " authorized to perform: iam:ListRoles on resource:"
                    + " arn:aws:iam::111122223333:role/ because no identity-based policy allows the"
                    + " iam:ListRoles action");
      }
    }
  }

  @Test
  void refusalsArriveAsTheSdksOwnExceptions() {
    try (StsClient sts = sts(null)) {
      GoogleToken old = GoogleToken.at(cloud.now.minus(Duration.ofHours(2)));
      assertThatThrownBy(() -> exchange(sts, old)).isInstanceOf(ExpiredTokenException.class);
      GoogleToken foreign = GoogleToken.at(cloud.now).with("iss", "https://issuer.example");
      assertThatThrownBy(() -> exchange(sts, foreign))
          .isInstanceOf(InvalidIdentityTokenException.class);
      GoogleToken other = GoogleToken.at(cloud.now).with("aud", "other");
      StsException refusal = catchThrowableOfType(StsException.class, () -> exchange(sts, other));
      assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
      assertThat(refusal.awsErrorDetails().errorMessage())
          .isEqualTo("Not authorized to perform sts:AssumeRoleWithWebIdentity");
      assertThat(refusal.requestId()).hasSize(36);
    }
  }

  @Test
  void anAdministratorReadsRoles() {
    cloud.account.addUser("admin", it -> it.attach(ManagedPolicy.ofAws("AdministratorAccess")));
    cloud.account.addRole("Other", TRUST, it -> it.maxSession(Duration.ofHours(12)));
    StoredCredential key = cloud.account.addAccessKey("admin");
    try (IamClient iam =
        iam(AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()))) {
      assertThat(iam.listRolesPaginator(it -> it.maxItems(1)).roles())
          .extracting(Role::roleName)
          .containsExactly("GCPWorkloadIAMRole", "Other");
      assertThat(iam.getRole(it -> it.roleName("Other")).role().maxSessionDuration())
          .isEqualTo(43_200);
      assertThatThrownBy(() -> iam.getRole(it -> it.roleName("None")))
          .isInstanceOf(NoSuchEntityException.class)
          .hasMessageContaining("The role with name None cannot be found.");
    }
  }

  private static AssumeRoleWithWebIdentityResponse exchange(StsClient sts, GoogleToken token) {
    return sts.assumeRoleWithWebIdentity(
        it ->
            it.roleArn("arn:aws:iam::111122223333:role/GCPWorkloadIAMRole")
                .roleSessionName("gcp-session")
                .webIdentityToken(token.compact()));
  }

  private StsClient sts(AwsCredentials credentials) {
    return StsClient.builder()
        .httpClient(http)
        .region(Region.EU_WEST_1)
        .endpointOverride(server.origin())
        .credentialsProvider(
            credentials == null
                ? AnonymousCredentialsProvider.create()
                : StaticCredentialsProvider.create(credentials))
        .build();
  }

  private IamClient iam(AwsCredentials credentials) {
    return IamClient.builder()
        .httpClient(http)
        .region(Region.AWS_GLOBAL)
        .endpointOverride(server.origin())
        .credentialsProvider(StaticCredentialsProvider.create(credentials))
        .build();
  }
}
