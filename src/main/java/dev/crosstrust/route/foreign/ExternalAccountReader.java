package dev.crosstrust.route.foreign;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.exchange.google.ExchangeRequest;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.AwsToGoogle.Pool;
import dev.crosstrust.route.AwsToGoogle.TokenForm;
import dev.crosstrust.route.Route;
import dev.crosstrust.token.SubjectToken.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the {@code external_account} file of Google's libraries (AIP-4117), as {@code gcloud iam
 * workload-identity-pools create-cred-config} writes it.
 */
final class ExternalAccountReader {
  static final String JWT = "urn:ietf:params:oauth:token-type:jwt";
  static final String AWS_REQUEST = "urn:ietf:params:aws:token-type:aws4_request";

  private static final String ID_TOKEN = "urn:ietf:params:oauth:token-type:id_token";
  private static final Pattern IMPERSONATION =
      Pattern.compile("https?://[^/]+/v1/projects/-/serviceAccounts/([^/:]+):generateAccessToken");

  private ExternalAccountReader() {}

  static Imported.Good read(String json, String name) throws ImportException {
    JsonNode file = parsed(json);
    if (!file.path("type").asString("").equals("external_account")) {
      throw new ImportException("its type is not external_account");
    }
    String universe = file.path("universe_domain").asString(GoogleEndpoints.DEFAULT_UNIVERSE);
    List<String> notes = new ArrayList<>();
    TokenForm token = new TokenForm(kind(file), null, null);
    Pool pool = new Pool(provider(file, universe), null, impersonated(file, universe), universe);
    source(file.path("credential_source"), token.kind(), notes);
    others(file, universe, notes);
    Route route =
        new AwsToGoogle(name, "aws-env", null, token, pool, Route.Expect.ANYTHING, List.of());
    notes.add("the route starts from aws-env, the AWS keys of the environment: choose another");
    return new Imported.Good(route, notes);
  }

  private static JsonNode parsed(String json) throws ImportException {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException e) {
      throw new ImportException("not JSON");
    }
  }

  private static Kind kind(JsonNode file) throws ImportException {
    String type = file.path("subject_token_type").asString("");
    return switch (type) {
      case JWT, ID_TOKEN -> Kind.JWT;
      case AWS_REQUEST -> Kind.AWS_SIGNED_REQUEST;
      default ->
          throw new ImportException(
              "a subject token of type \"%s\" is not one that AWS gives".formatted(type));
    };
  }

  private static String provider(JsonNode file, String universe) throws ImportException {
    String prefix = ExchangeRequest.audience("", universe);
    String audience = file.path("audience").asString("");
    if (!audience.startsWith(prefix)) {
      throw new ImportException(
          "its audience does not begin with %sprojects/NUMBER".formatted(prefix));
    }
    return audience.substring(prefix.length());
  }

  private static @Nullable String impersonated(JsonNode file, String universe)
      throws ImportException {
    JsonNode url = file.path("service_account_impersonation_url");
    if (!url.isString()) {
      return null;
    }
    String begin = "https://iamcredentials.%s/v1/projects/-/serviceAccounts/".formatted(universe);
    Matcher account = IMPERSONATION.matcher(url.asString());
    if (!account.matches() || !(url.asString().startsWith(begin) || isHere(url.asString()))) {
      throw new ImportException("its service_account_impersonation_url is not one of Google's");
    }
    return account.group(1);
  }

  /** As in files that are exported on the home of a sandbox. */
  private static boolean isHere(String url) {
    try {
      return Origins.isLoopback(URI.create(url));
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  static String tokenUrl(String universe) {
    return "https://sts.%s/v1/token".formatted(universe);
  }

  /** Said, not done: a file may name a command, an address or a file of this machine. */
  private static void source(JsonNode source, Kind kind, List<String> notes) {
    if (source.path("executable").isObject()) {
      notes.add(
          "it runs the command \"%s\"; a route does not, and it was not run"
              .formatted(source.path("executable").path("command").asString("")));
    }
    if (source.path("file").isString()) {
      notes.add(
          "it reads its token from the file %s; a route does not, and it was not read"
              .formatted(source.path("file").asString()));
    }
    boolean aws = source.path("environment_id").isString();
    if (aws) {
      notes.add("it takes AWS keys from the environment or the instance's metadata");
    } else if (source.path("url").isString()) {
      notes.add(
          "it fetches its token from %s; a route does not, and it was not fetched"
              .formatted(source.path("url").asString()));
    }
    if (notes.isEmpty()) {
      notes.add("it does not say where its token comes from, or not in a way that is known here");
    }
    if (kind == Kind.JWT && !aws) {
      notes.add(
          "a route asks AWS for the token instead; this provider takes it only if it trusts the"
              + " issuer of that AWS account");
    }
  }

  private static void others(JsonNode file, String universe, List<String> notes) {
    String tokenUrl = file.path("token_url").asString(tokenUrl(universe));
    if (!tokenUrl.equals(tokenUrl(universe))) {
      notes.add("it sends its token to %s; a route sends it to Google".formatted(tokenUrl));
    }
    if (file.path("service_account_impersonation").path("token_lifetime_seconds").isNumber()) {
      notes.add("it sets a lifetime of the service account's token; a route takes an hour");
    }
    for (String key : List.of("client_id", "client_secret", "quota_project_id")) {
      if (file.has(key)) {
        notes.add("its %s is left out".formatted(key));
      }
    }
  }
}
