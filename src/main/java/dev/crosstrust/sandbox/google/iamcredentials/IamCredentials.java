package dev.crosstrust.sandbox.google.iamcredentials;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.ServiceAccount;
import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.google.api.ApiMethod;
import dev.crosstrust.sandbox.google.api.Bearer;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.policy.Permission;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.token.AccessToken;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.IdTokens;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/ACCOUNT:METHOD}.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/credentials/rest/v1/projects.serviceAccounts">
 *     Service Account Credentials API</a>
 */
public final class IamCredentials implements Handler {
  private static final String PREFIX = "/v1/projects/-/serviceAccounts/";

  /** The paths this API answers. */
  public static final String PATHS = "\\Q" + PREFIX + "\\E[^/]+:(generate|sign)[a-zA-Z]+";

  private static final List<String> SCOPES = List.of(Scopes.IAM, Scopes.CLOUD_PLATFORM);

  private static final String SERVICE = "iamcredentials.googleapis.com";

  private final Directory directory;
  private final Delegation delegation;
  private final Bearer bearer;
  private final AccessTokens accessTokens;
  private final IdTokens idTokens;

  public IamCredentials(
      Directory directory, Policies policies, AccessTokens accessTokens, IdTokens idTokens) {
    this.directory = directory;
    this.delegation = new Delegation(directory, policies);
    this.bearer = new Bearer(accessTokens);
    this.accessTokens = accessTokens;
    this.idTokens = idTokens;
  }

  @Override
  public Response handle(Request request) throws IOException {
    String path = URLDecoder.decode(request.rawPath(), StandardCharsets.UTF_8);
    int colon = path.lastIndexOf(':');
    String account = path.substring(PREFIX.length(), colon);
    String method = path.substring(colon + 1);

    Principal caller = bearer.caller(request, method(method), SCOPES);
    used(caller);
    Arguments arguments = new Arguments(Json.body(request));
    return switch (method) {
      case "generateAccessToken" -> accessToken(caller, account, arguments);
      case "generateIdToken" -> idToken(caller, account, arguments);
      default -> throw ApiError.unimplemented();
    };
  }

  /** Of users it is unknown here which project their calls count to. */
  private void used(Principal caller) {
    if (caller instanceof ServiceAccount account
        && !directory.services().enabled(account.project(), SERVICE)) {
      throw ApiError.serviceDisabled(
          "IAM Service Account Credentials API",
          SERVICE,
          directory.projectNumber(account.project()).orElse(""));
    }
  }

  private Response accessToken(Principal caller, String id, Arguments arguments) {
    arguments.only(Set.of("delegates", "scope", "lifetime"));
    List<String> scopes = arguments.texts("scope");
    if (scopes.isEmpty() || !scopes.stream().allMatch(Scopes::plausible)) {
      throw ApiError.invalidArgument("Request contains an invalid argument.");
    }
    ServiceAccount account = delegation.account(id);
    Duration lifetime = Lifetime.parse(arguments.text("lifetime"), account);
    delegation.check(caller, arguments.texts("delegates"), account, Permission.GET_ACCESS_TOKEN);

    AccessToken token = accessTokens.issue(account, account.uniqueId(), scopes, lifetime);
    Map<String, String> answer = new LinkedHashMap<>();
    answer.put("accessToken", token.value());
    answer.put("expireTime", token.expires().truncatedTo(ChronoUnit.SECONDS).toString());
    return Json.answer(200, answer);
  }

  private Response idToken(Principal caller, String id, Arguments arguments) {
    arguments.only(
        Set.of(
            "delegates", "audience", "includeEmail", "useEmailAzp", "organizationNumberIncluded"));
    String audience = arguments.text("audience");
    if (audience.isEmpty()) {
      throw ApiError.invalidArgument("Request contains an invalid argument.");
    }
    IdTokens.Options options =
        new IdTokens.Options(
            arguments.flag("includeEmail"),
            arguments.flag("useEmailAzp"),
            arguments.flag("organizationNumberIncluded"));
    ServiceAccount account = delegation.account(id);
    delegation.check(caller, arguments.texts("delegates"), account, Permission.GET_OPEN_ID_TOKEN);
    return Json.answer(200, Map.of("token", idTokens.forImpersonated(account, audience, options)));
  }

  private static ApiMethod method(String name) {
    String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return new ApiMethod(SERVICE, "google.iam.credentials.v1.IAMCredentials." + capital);
  }
}
