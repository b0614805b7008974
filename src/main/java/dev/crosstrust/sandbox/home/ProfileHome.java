package dev.crosstrust.sandbox.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A directory laid out like somebody's home, whose profiles lead to the sandbox. With {@link
 * #environment()} set, {@code aws}, {@code gcloud}, the SDKs and Crosstrust itself work on it and
 * see nothing of the real home.
 *
 * <pre>
 * .aws/config, credentials            the three AWS profiles
 * .aws/gke-web-identity.token         what gke-web-identity presents
 * .config/gcloud/                     the two gcloud configurations
 * .config/gcloud/keys/*.json          their credentials
 * .config/crosstrust/routes/*.yaml    saved routes
 * .config/crosstrust/origins.json     real origin to loopback origin
 * .crosstrust-sandbox                 says that a sandbox made all this and may write it again
 * </pre>
 */
public final class ProfileHome {
  public static final String ADMIN = "sandbox-admin";
  public static final String LAMBDA = "lambda-outbound";
  public static final String WEB_IDENTITY = "gke-web-identity";
  public static final String GKE = "demo-gke";
  public static final String USER = "demo-user";

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final Path root;
  private final Origins origins;
  private final PrivateFiles files;

  private ProfileHome(Path root, Origins origins) {
    this.root = root;
    this.origins = origins;
    this.files = new PrivateFiles(root);
  }

  /**
   * Writes a home.
   *
   * @param root made when it is not there; what else is in it stays
   * @param routes texts of saved routes, by name
   * @throws IOException with a sentence that names the file, when one of them is there and no
   *     sandbox has written it; nothing is written then
   */
  public static ProfileHome write(
      Path root,
      Origins origins,
      AwsProfiles aws,
      GoogleProfiles google,
      Map<String, String> routes)
      throws IOException {
    ProfileHome home = new ProfileHome(root.toAbsolutePath().normalize(), origins);
    Map<Path, String> texts = new LinkedHashMap<>();
    home.addAws(texts, aws);
    home.addGcloud(texts, google);
    texts.put(home.originTable(), JSON.writeValueAsString(origins.table()) + "\n");
    routes.forEach(
        (name, text) ->
            texts.put(home.crosstrust().resolve("routes").resolve(name + ".yaml"), text));
    home.write(texts);
    return home;
  }

  private void write(Map<Path, String> texts) throws IOException {
    List<Path> touched = new ArrayList<>(texts.keySet());
    touched.add(webIdentityToken());
    touched.add(tokenCache());
    files.directory(root);
    OwnFolder.claim(root, touched, files);
    // Tokens cached from an earlier sandbox in the same place mean nothing to this one.
    Files.deleteIfExists(tokenCache());
    for (Map.Entry<Path, String> file : texts.entrySet()) {
      files.write(file.getKey(), file.getValue());
    }
  }

  /** The directory, absolute. */
  public Path root() {
    return root;
  }

  /** The variables that lead clients here, and keep them from looking anywhere else. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_CONFIG_FILE", aws().resolve("config").toString());
    variables.put("AWS_SHARED_CREDENTIALS_FILE", aws().resolve("credentials").toString());
    // SDKs take the endpoint of AssumeRoleWithWebIdentity from the profile that is named here.
    variables.put("AWS_PROFILE", ADMIN);
    // So that a profile which names no endpoint, or does not exist, stays on the sandbox.
    variables.put("AWS_ENDPOINT_URL", origins.aws().toString());
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    variables.put("CLOUDSDK_CONFIG", gcloud().toString());
    variables.put("CLOUDSDK_CORE_DISABLE_PROMPTS", "1");
    variables.put("CLOUDSDK_CORE_DISABLE_USAGE_REPORTING", "true");
    variables.put("GOOGLE_APPLICATION_CREDENTIALS", credential(GKE).toString());
    variables.put("NO_GCE_CHECK", "true");
    // Where Google's client libraries look before they go to the real services.
    variables.put("STORAGE_EMULATOR_HOST", origins.google().toString());
    variables.put("BIGQUERY_EMULATOR_HOST", origins.google().toString());
    variables.put("XDG_CONFIG_HOME", root.resolve(".config").toString());
    variables.put("CROSSTRUST_ORIGINS", originTable().toString());
    return variables;
  }

  /** Puts a Google ID token where the profile {@code gke-web-identity} looks for it. */
  public void writeWebIdentityToken(String token) throws IOException {
    files.write(webIdentityToken(), token);
  }

  private void addAws(Map<Path, String> texts, AwsProfiles profiles) {
    texts.put(
        aws().resolve("config"), AwsFiles.config(profiles, origins.aws(), webIdentityToken()));
    texts.put(aws().resolve("credentials"), AwsFiles.credentials(profiles));
  }

  private void addGcloud(Map<Path, String> texts, GoogleProfiles profiles) {
    var key = GcloudFiles.keyFile(profiles.key(), profiles.project(), origins.google());
    texts.put(credential(GKE), JSON.writeValueAsString(key) + "\n");
    var user = GcloudFiles.userFile(profiles.user(), origins.google());
    texts.put(credential(USER), JSON.writeValueAsString(user) + "\n");
    addConfiguration(texts, GKE, profiles.key().email(), profiles.project());
    addConfiguration(texts, USER, profiles.user().email(), profiles.project());
    texts.put(gcloud().resolve("active_config"), GKE);
    texts.put(gcloud().resolve("config_sentinel"), "");
  }

  private void addConfiguration(
      Map<Path, String> texts, String name, String account, String project) {
    texts.put(
        gcloud().resolve("configurations").resolve("config_" + name),
        GcloudFiles.configuration(account, project, credential(name), origins.google()));
  }

  private Path aws() {
    return root.resolve(".aws");
  }

  private Path gcloud() {
    return root.resolve(".config").resolve("gcloud");
  }

  private Path tokenCache() {
    return gcloud().resolve("access_tokens.db");
  }

  private Path crosstrust() {
    return root.resolve(".config").resolve("crosstrust");
  }

  private Path credential(String configuration) {
    return gcloud().resolve("keys").resolve(configuration + ".json");
  }

  private Path webIdentityToken() {
    return aws().resolve(WEB_IDENTITY + ".token");
  }

  private Path originTable() {
    return crosstrust().resolve("origins.json");
  }
}
