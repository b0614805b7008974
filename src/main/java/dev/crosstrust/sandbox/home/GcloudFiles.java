package dev.crosstrust.sandbox.home;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What goes into gcloud's configuration directory. gcloud keeps accounts in a SQLite database; the
 * property {@code auth/credential_file_override} gives it the same credential from a file, and
 * {@code auth/token_host} sends it to the sandbox, for users and service accounts alike.
 *
 * @see <a href="https://cloud.google.com/sdk/gcloud/reference/topic/configurations">gcloud topic
 *     configurations</a>
 */
final class GcloudFiles {
  private GcloudFiles() {}

  static String configuration(String account, String project, Path credential, URI google) {
    return new Ini()
        .section("core")
        .set("account", account)
        .set("project", project)
        .set("disable_usage_reporting", "True")
        .set("check_gce_metadata", "False")
        .section("auth")
        .set("credential_file_override", credential)
        .set("token_host", google + "/token")
        .section("component_manager")
        .set("disable_update_check", "True")
        .section("survey")
        .set("disable_prompts", "True")
        .section("api_endpoint_overrides")
        .set("bigquery", google + "/bigquery/v2/")
        .set("cloudresourcemanager", google + "/")
        .set("container", google + "/")
        .set("iam", google + "/")
        .set("iamcredentials", google + "/")
        .set("serviceusage", google + "/")
        .set("storage", google + "/storage/v1/")
        .toString();
  }

  static Map<String, String> keyFile(GoogleProfiles.Key key, String project, URI google) {
    Map<String, String> file = new LinkedHashMap<>();
    file.put("type", "service_account");
    file.put("project_id", project);
    file.put("private_key_id", key.id());
    file.put("private_key", key.privateKeyPem());
    file.put("client_email", key.email());
    file.put("client_id", key.uniqueId());
    file.put("auth_uri", "https://accounts.google.com/o/oauth2/auth");
    file.put("token_uri", google + "/token");
    file.put("universe_domain", "googleapis.com");
    return file;
  }

  static Map<String, String> userFile(GoogleProfiles.SignedInUser user, URI google) {
    Map<String, String> file = new LinkedHashMap<>();
    file.put("type", "authorized_user");
    file.put("account", user.email());
    file.put("client_id", user.clientId());
    file.put("client_secret", user.clientSecret());
    file.put("refresh_token", user.refreshToken());
    file.put("token_uri", google + "/token");
    file.put("universe_domain", "googleapis.com");
    return file;
  }
}
