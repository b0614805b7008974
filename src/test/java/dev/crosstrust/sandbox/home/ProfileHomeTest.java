package dev.crosstrust.sandbox.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProfileHomeTest {
  private static final String ISSUER =
      "https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws";
  private static final String RUNNER = "poc-runner@demo-product-sbx.iam.gserviceaccount.com";
  private static final Origins ORIGINS =
      new Origins(URI.create("http://127.0.0.1:8080"), URI.create("http://127.0.0.1:8081"), ISSUER);
  private static final AwsProfiles AWS =
      new AwsProfiles(
          "eu-west-1",
          new AwsProfiles.Keys("admin-id", "admin-secret", null),
          new AwsProfiles.Keys("lambda-id", "lambda-secret", "lambda-session"),
          "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole");
  private static final GoogleProfiles GOOGLE =
      new GoogleProfiles(
          "demo-product-sbx",
          new GoogleProfiles.Key(RUNNER, "103118450298316275840", "key-id", "key-pem"),
          new GoogleProfiles.SignedInUser("dev-user@x.example", "client", "hush", "refresh"));

  @TempDir Path temporary;
  private Path root;
  private ProfileHome home;

  @BeforeEach
  void write() throws IOException {
    root = temporary.resolve("made/home");
    home = ProfileHome.write(root, ORIGINS, AWS, GOOGLE, Map.of("gke-to-s3", "name: gke-to-s3\n"));
  }

  private String text(String file) throws IOException {
    return Files.readString(root.resolve(file));
  }

  private JsonNode json(String file) throws IOException {
    return JsonMapper.shared().readTree(text(file));
  }

  private List<Path> tree() throws IOException {
    try (Stream<Path> paths = Files.walk(temporary)) {
      return paths.filter(path -> !path.equals(temporary)).toList();
    }
  }

  private Profile profile(String file, ProfileFile.Type type, String name) {
    return ProfileFile.builder()
        .content(root.resolve(file))
        .type(type)
        .build()
        .profile(name)
        .orElseThrow();
  }

  @Test
  void onlyTheOwnerMayReadAnyOfIt() throws IOException {
    Assumptions.assumeTrue(
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    home.writeWebIdentityToken("token");

    assertThat(tree())
        .allSatisfy(
            path ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
  }

  @Test
  void theSdkReadsThreeProfilesOfTheRegionThatLeadToTheSandbox() {
    for (String name : List.of("sandbox-admin", "lambda-outbound", "gke-web-identity")) {
      assertThat(profile(".aws/config", ProfileFile.Type.CONFIGURATION, name).properties())
          .containsEntry("region", "eu-west-1")
          .containsEntry("services", "sandbox")
          .containsEntry("endpoint_url", "http://127.0.0.1:8080");
    }
  }

  @Test
  void theServicesBlockNamesTheThreeServices() throws IOException {
    String endpoint = "  endpoint_url = http://127.0.0.1:8080\n";
    assertThat(text(".aws/config"))
        .endsWith(
            "[services sandbox]\nsts =\n" + endpoint + "iam =\n" + endpoint + "s3 =\n" + endpoint);
  }

  @Test
  void theAdministratorHasLongLivedKeysAndTheLambdaASession() {
    var type = ProfileFile.Type.CREDENTIALS;
    assertThat(profile(".aws/credentials", type, "sandbox-admin").properties())
        .containsEntry("aws_access_key_id", "admin-id")
        .doesNotContainKey("aws_session_token");
    assertThat(profile(".aws/credentials", type, "lambda-outbound").properties())
        .containsEntry("aws_secret_access_key", "lambda-secret")
        .containsEntry("aws_session_token", "lambda-session");
  }

  @Test
  void theWebIdentityProfilePresentsTheTokenWrittenLast() throws IOException {
    home.writeWebIdentityToken("first");
    home.writeWebIdentityToken("second");

    var type = ProfileFile.Type.CONFIGURATION;
    var properties = profile(".aws/config", type, "gke-web-identity").properties();

    assertThat(properties)
        .containsEntry("role_arn", "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole");
    assertThat(Path.of(properties.get("web_identity_token_file"))).hasContent("second");
  }

  @Test
  void gcloudStartsWithTheServiceAccount() throws IOException {
    assertThat(text(".config/gcloud/active_config")).isEqualTo("demo-gke");
    assertThat(text(".config/gcloud/configurations/config_demo-gke"))
        .contains("account = " + RUNNER)
        .contains("project = demo-product-sbx")
        .contains("token_host = http://127.0.0.1:8081/token")
        .contains("iamcredentials = http://127.0.0.1:8081/")
        .contains("cloudresourcemanager = http://127.0.0.1:8081/")
        .contains("storage = http://127.0.0.1:8081/storage/v1/")
        .contains("bigquery = http://127.0.0.1:8081/bigquery/v2/")
        .contains("credential_file_override = " + root.resolve(".config/gcloud/keys"));
  }

  @Test
  void theKeyFileIsAsGoogleHandsItOutButForItsTokenUri() throws IOException {
    JsonNode file = json(".config/gcloud/keys/demo-gke.json");

    assertThat(file.path("type").asString()).isEqualTo("service_account");
    assertThat(file.path("client_email").asString()).isEqualTo(RUNNER);
    assertThat(file.path("private_key").asString()).isEqualTo("key-pem");
    assertThat(file.path("token_uri").asString()).isEqualTo("http://127.0.0.1:8081/token");
  }

  @Test
  void theUserHasARefreshToken() throws IOException {
    JsonNode file = json(".config/gcloud/keys/demo-user.json");

    assertThat(file.path("type").asString()).isEqualTo("authorized_user");
    assertThat(file.path("refresh_token").asString()).isEqualTo("refresh");
    assertThat(text(".config/gcloud/configurations/config_demo-user"))
        .contains("account = dev-user@x.example");
  }

  @Test
  void theOriginTableLeadsEveryRealPlaceToLoopback() throws IOException {
    JsonNode table = json(".config/crosstrust/origins.json");

    for (String host : List.of("oauth2", "iamcredentials", "sts", "storage", "bigquery", "www")) {
      assertThat(table.path("https://" + host + ".googleapis.com").asString())
          .isEqualTo("http://127.0.0.1:8081");
    }
    assertThat(table.path("https://accounts.google.com").asString())
        .isEqualTo("http://127.0.0.1:8081");
    assertThat(table.path(ISSUER).asString()).isEqualTo("http://127.0.0.1:8080");
  }

  @Test
  void everyVariableThatNamesAPlaceNamesOneInTheHome() {
    assertThat(home.environment())
        .doesNotContainKey("HOME")
        .containsEntry("CROSSTRUST_ORIGINS", root + "/.config/crosstrust/origins.json")
        .containsEntry("XDG_CONFIG_HOME", root + "/.config")
        .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:8080")
        .containsEntry("AWS_EC2_METADATA_DISABLED", "true");
    assertThat(home.environment().values())
        .filteredOn(value -> value.contains("/") && !value.startsWith("http:"))
        .hasSize(6)
        .allSatisfy(value -> assertThat(Path.of(value)).startsWith(root).exists());
  }

  @Test
  void routesAreWhereTheApplicationLooks() throws IOException {
    assertThat(text(".config/crosstrust/routes/gke-to-s3.yaml")).isEqualTo("name: gke-to-s3\n");
  }

  @Test
  void writingAgainForgetsTokensCachedFromAnEarlierSandbox() throws IOException {
    Path cache = root.resolve(".config/gcloud/access_tokens.db");
    Files.writeString(cache, "cached");

    ProfileHome.write(root, ORIGINS, AWS, GOOGLE, Map.of());

    assertThat(cache).doesNotExist();
  }

  @Test
  void eachStartNamesItsSessionAnewBecauseClientsCacheSessionsByName() throws IOException {
    var type = ProfileFile.Type.CONFIGURATION;
    String name = "role_session_name";
    String first = profile(".aws/config", type, "gke-web-identity").properties().get(name);

    ProfileHome.write(root, ORIGINS, AWS, GOOGLE, Map.of());

    assertThat(first).matches("gcp-session-[0-9a-f]{8}");
    assertThat(profile(".aws/config", type, "gke-web-identity").properties().get(name))
        .matches("gcp-session-[0-9a-f]{8}")
        .isNotEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".aws/config",
        ".aws/credentials",
        ".aws/gke-web-identity.token",
        ".config/gcloud/access_tokens.db",
        ".config/crosstrust/routes/mine.yaml"
      })
  void somebodysOwnFilesAreNeitherOverwrittenNorMixedWith(String name) throws IOException {
    Path theirs = Files.createDirectory(temporary.resolve("theirs"));
    Path file = theirs.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "mine");

    assertThatIOException()
        .isThrownBy(
            () -> ProfileHome.write(theirs, ORIGINS, AWS, GOOGLE, Map.of("mine", "name: mine\n")))
        .withMessage(file + " is there and was not made by a sandbox: choose another folder");

    assertThat(file).hasContent("mine");
    try (Stream<Path> files = Files.walk(theirs)) {
      assertThat(files.filter(Files::isRegularFile)).containsExactly(file);
    }
  }

  @Test
  void besideOtherFilesThereIsRoomForAHome() throws IOException {
    Path shared = Files.createDirectory(temporary.resolve("shared"));
    Files.writeString(shared.resolve("notes.txt"), "mine");

    for (int start = 0; start < 2; start++) {
      ProfileHome.write(shared, ORIGINS, AWS, GOOGLE, Map.of()).writeWebIdentityToken("token");
    }

    assertThat(shared.resolve("notes.txt")).hasContent("mine");
    assertThat(shared.resolve(".aws/config")).isRegularFile();
  }

  @Test
  void nothingSecretIsPrinted() {
    assertThat(AWS + " " + GOOGLE)
        .doesNotContain("secret")
        .doesNotContain("session")
        .doesNotContain("pem")
        .doesNotContain("hush")
        .doesNotContain("refresh");
  }
}
