package dev.crosstrust.route.foreign;

import static dev.crosstrust.route.foreign.ExternalAccountReader.AWS_REQUEST;
import static dev.crosstrust.route.foreign.ExternalAccountReader.JWT;
import static dev.crosstrust.route.foreign.ExternalAccountReader.tokenUrl;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a route for other programs: they start {@code crosstrust credentials} for the tokens, so
 * that the file holds none.
 */
public final class RouteExport {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int TIMEOUT_MILLIS = 30_000;
  private static final String METADATA = "http://169.254.169.254/latest/";

  private RouteExport() {}

  /**
   * For Google's libraries: a JWT route as an executable source, a signed-request route as the AWS
   * source that they have built in.
   *
   * @param origins where Google's services are found: the libraries know no table of origins, so
   *     that the file itself leads them there
   */
  public static Exported externalAccount(Route route, Origins origins) {
    return switch (route) {
      case AwsToGoogle road ->
          new Exported.Good(JSON.writeValueAsString(json(road, origins)) + "\n");
      case GoogleToAws _ -> wrongWay(route, "external-account", Direction.AWS_TO_GOOGLE);
    };
  }

  /** For AWS's command line and SDKs: a profile with {@code credential_process}. */
  public static Exported awsProfile(Route route) {
    return switch (route) {
      case GoogleToAws road ->
          new Exported.Good(
              """
              [profile %1$s]
              credential_process = crosstrust credentials %1$s --format aws-process
              region = %2$s
              """
                  .formatted(road.name(), road.aws().region()));
      case AwsToGoogle _ -> wrongWay(route, "aws-profile", Direction.GOOGLE_TO_AWS);
    };
  }

  private static Exported wrongWay(Route route, String format, Direction needed) {
    return new Exported.Bad(
        "%s is for routes %s; %s goes %s"
            .formatted(format, needed.text(), route.name(), route.direction().text()));
  }

  private static Map<String, Object> json(AwsToGoogle route, Origins origins) {
    Map<String, Object> json = new LinkedHashMap<>();
    String universe = route.google().universe();
    json.put("universe_domain", universe);
    json.put("type", "external_account");
    json.put("audience", route.google().audience());
    boolean jwt =
        switch (route.token().kind()) {
          case JWT -> true;
          case AWS_SIGNED_REQUEST -> false;
        };
    json.put("subject_token_type", jwt ? JWT : AWS_REQUEST);
    json.put("token_url", found(tokenUrl(universe), origins));
    json.put("credential_source", jwt ? executable(route) : aws());
    if (route.google().impersonate() == null) {
      json.put(
          "token_info_url", found("https://sts.%s/v1/introspect".formatted(universe), origins));
    } else {
      json.put(
          "service_account_impersonation_url",
          found(
              "https://iamcredentials.%s/v1/projects/-/serviceAccounts/%s:generateAccessToken"
                  .formatted(universe, route.google().impersonate()),
              origins));
    }
    return json;
  }

  private static String found(String address, Origins origins) {
    return origins.resolve(URI.create(address)).toString();
  }

  private static Map<String, Object> executable(AwsToGoogle route) {
    Map<String, Object> program = new LinkedHashMap<>();
    program.put(
        "command", "crosstrust credentials %s --format google-executable".formatted(route.name()));
    program.put("timeout_millis", TIMEOUT_MILLIS);
    return Map.of("executable", program);
  }

  /** As {@code create-cred-config --aws --enable-imdsv2} writes it. */
  private static Map<String, Object> aws() {
    Map<String, Object> source = new LinkedHashMap<>();
    source.put("environment_id", "aws1");
    source.put("region_url", METADATA + "meta-data/placement/availability-zone");
    source.put("url", METADATA + "meta-data/iam/security-credentials");
    source.put(
        "regional_cred_verification_url",
        "https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15");
    source.put("imdsv2_session_token_url", METADATA + "api/token");
    return source;
  }
}
