package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real {@code aws} against the sandbox, with the profiles of its home and nothing else. */
class AwsClientIT {
  private static final String ROLE = "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole";
  private static final int MULTIPART_BYTES = 30 * 1024 * 1024;

  @TempDir private static Path folder;
  private static PackagedApp sandbox;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    Client.needs("aws");
    sandbox = PackagedApp.sandbox(folder.resolve("home"));
    client = new Client(folder, sandbox.environment());
  }

  @AfterAll
  static void stop() {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  @Test
  void theAdministratorIsWhoTheProfileSays() {
    Result result = client.run("aws", "--profile", "sandbox-admin", "sts", "get-caller-identity");

    assertThat(result.out()).contains("arn:aws:iam::111122223333:user/sandbox-admin");
    assertThat(result.exit()).isZero();
  }

  @Test
  void theArticleRunsFromTokenToRefusal() {
    Client session = client.with(assumeRole(ourToken()));

    assertThat(session.run("aws", "sts", "get-caller-identity").out())
        .contains("arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session");
    assertThat(session.run("aws", "s3", "ls").out().lines())
        .containsExactly(
            "2024-11-09 07:19:45 baseline-tfstates-111122223333",
            "2024-11-09 07:37:41 billing-export-111122223333",
            "2024-11-20 13:12:19 gar-credential-provider-test");
    Result refused = session.run("aws", "iam", "list-roles");
    assertThat(refused.err())
        .contains(
            "An error occurred (AccessDenied) when calling the ListRoles operation: User:"
                + " arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session is not"
                + " authorized to perform: iam:ListRoles on resource:"
                + " arn:aws:iam::111122223333:role/ because no identity-based policy allows the"
                + " iam:ListRoles action");
    assertThat(refused.exit()).isNotZero();
  }

  @Test
  void theProfileOfThePodAssumesTheRoleByItself() {
    Result result =
        client.run("aws", "--profile", "gke-web-identity", "sts", "get-caller-identity");

    assertThat(result.out()).contains("assumed-role/GCPWorkloadIAMRole/");
  }

  @Test
  void theRoleMayReadAndNotWrite() throws IOException {
    Client session = client.with(assumeRole(ourToken()));
    Path file = Files.writeString(folder.resolve("no.txt"), "no");

    Result refused =
        session.run("aws", "s3", "cp", file.toString(), "s3://gar-credential-provider-test/no.txt");

    assertThat(refused.err())
        .contains("(AccessDenied) when calling the PutObject operation")
        .contains(
            "is not authorized to perform: s3:PutObject on resource:"
                + " \"arn:aws:s3:::gar-credential-provider-test/no.txt\" because no identity-based"
                + " policy allows the s3:PutObject action");
    assertThat(session.run("aws", "s3", "cp", "s3://gar-credential-provider-test/hello.txt", "-"))
        .extracting(Result::out)
        .isEqualTo("Read with keys that nobody stored.\n");
  }

  @Test
  void theAdministratorCopiesBothWaysInOnePieceAndInParts() throws IOException {
    for (int size : new int[] {0, 1000, MULTIPART_BYTES}) {
      byte[] bytes = new byte[size];
      new Random(size).nextBytes(bytes);
      Path up = Files.write(folder.resolve("up.bin"), bytes);
      Path down = folder.resolve("down.bin");
      String object = "s3://gar-credential-provider-test/copies/" + size + ".bin";

      Client admin = client.with(Map.of("AWS_PROFILE", "sandbox-admin"));
      assertThat(admin.run("aws", "s3", "cp", up.toString(), object)).satisfies(AwsClientIT::fine);
      assertThat(admin.run("aws", "s3", "cp", object, down.toString()))
          .satisfies(AwsClientIT::fine);

      assertThat(Files.mismatch(up, down)).isEqualTo(-1L);
    }
  }

  @Test
  void aBucketOfAnotherAccountSaysNoMoreThanAccessDenied() {
    Result refused =
        client.with(assumeRole(ourToken())).run("aws", "s3", "ls", "s3://audit-logs-444455556666/");

    assertThat(refused.err().strip())
        .endsWith("(AccessDenied) when calling the ListObjectsV2 operation: Access Denied");
  }

  @Test
  void aSecretThatIsNotTheKeysGetsSignatureDoesNotMatch() {
    Map<String, String> session = assumeRole(ourToken());
    Client tampered =
        client
            .with(session)
            .with(Map.of("AWS_SECRET_ACCESS_KEY", session.get("AWS_SECRET_ACCESS_KEY") + "x"));

    assertThat(tampered.run("aws", "s3", "ls").err()).contains("(SignatureDoesNotMatch)");
    assertThat(tampered.run("aws", "sts", "get-caller-identity").err())
        .contains("(SignatureDoesNotMatch)");
  }

  @Test
  void aTemporaryKeyWithoutItsSessionTokenIsUnknown() {
    Client cut = client.with(assumeRole(ourToken())).with(Map.of("AWS_SESSION_TOKEN", ""));

    assertThat(cut.run("aws", "s3", "ls").err()).contains("(InvalidAccessKeyId)");
    assertThat(cut.run("aws", "sts", "get-caller-identity").err())
        .contains("(InvalidClientTokenId)");
  }

  @Test
  void aClockThatIsSixteenMinutesOffIsTooSkewed() {
    Client.needs("faketime");
    Client session = client.with(assumeRole(ourToken()));

    assertThat(session.run("faketime", "-f", "-16m", "aws", "s3", "ls").err())
        .contains("(RequestTimeTooSkewed)");
    assertThat(session.run("faketime", "-f", "-14m", "aws", "s3", "ls").exit()).isZero();
    assertThat(session.run("faketime", "-f", "-16m", "aws", "sts", "get-caller-identity").err())
        .contains("(SignatureDoesNotMatch)")
        .contains("Signature expired");
  }

  private static String ourToken() {
    Result result =
        client.run(
            PackagedApp.program(),
            "token",
            "request",
            "--identity",
            "gcloud:demo-gke",
            "--impersonate",
            "poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com",
            "--audience",
            "sts.amazonaws.com",
            "--reveal");
    assertThat(result.exit()).as(result.err()).isZero();
    return result.out().strip();
  }

  /** What the article exports; keys in the environment win over those of the profile. */
  private static Map<String, String> assumeRole(String token) {
    Result result =
        client.run(
            "aws",
            "sts",
            "assume-role-with-web-identity",
            "--role-arn",
            ROLE,
            "--role-session-name",
            "gcp-session",
            "--web-identity-token",
            token,
            "--query",
            "Credentials",
            "--output",
            "json");
    assertThat(result.exit()).as(result.err()).isZero();
    JsonNode credentials = new JsonMapper().readTree(result.out());
    return Map.of(
        "AWS_ACCESS_KEY_ID", credentials.get("AccessKeyId").asString(),
        "AWS_SECRET_ACCESS_KEY", credentials.get("SecretAccessKey").asString(),
        "AWS_SESSION_TOKEN", credentials.get("SessionToken").asString());
  }

  private static void fine(Result result) {
    assertThat(result.exit()).as(result.all()).isZero();
  }
}
