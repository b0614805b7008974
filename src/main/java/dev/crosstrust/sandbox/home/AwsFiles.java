package dev.crosstrust.sandbox.home;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The two files of the AWS command line and SDKs.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html">Shared config and
 *     credentials files</a>
 */
final class AwsFiles {
  private AwsFiles() {}

  static String config(AwsProfiles profiles, URI endpoint, Path webIdentityToken) {
    Ini ini = new Ini();
    profile(ini, ProfileHome.ADMIN, profiles, endpoint);
    profile(ini, ProfileHome.LAMBDA, profiles, endpoint);
    profile(ini, ProfileHome.WEB_IDENTITY, profiles, endpoint);
    ini.set("role_arn", profiles.webIdentityRole())
        .set("web_identity_token_file", webIdentityToken)
        .set("role_session_name", sessionName());
    ini.section("services sandbox");
    List.of("sts", "iam", "s3")
        .forEach(service -> ini.nested(service, Map.of("endpoint_url", endpoint)));
    return ini.toString();
  }

  /** New at each start: the command line would go on using a session cached under the same name. */
  private static String sessionName() {
    return "gcp-session-" + UUID.randomUUID().toString().substring(0, 8);
  }

  private static void profile(Ini ini, String name, AwsProfiles profiles, URI endpoint) {
    ini.section("profile " + name)
        .set("region", profiles.region())
        .set("services", "sandbox")
        // For whatever the block does not name: nothing signed here should leave the machine.
        .set("endpoint_url", endpoint)
        // Otherwise `aws s3 presign` makes URLs of signature version 2, which the sandbox
        // refuses.
        .nested("s3", Map.of("signature_version", "s3v4"));
  }

  static String credentials(AwsProfiles profiles) {
    Ini ini = new Ini();
    keys(ini.section(ProfileHome.ADMIN), profiles.admin());
    keys(ini.section(ProfileHome.LAMBDA), profiles.lambda());
    return ini.toString();
  }

  private static void keys(Ini ini, AwsProfiles.Keys keys) {
    ini.set("aws_access_key_id", keys.accessKeyId())
        .set("aws_secret_access_key", keys.secretAccessKey());
    if (keys.sessionToken() != null) {
      ini.set("aws_session_token", keys.sessionToken());
    }
  }
}
