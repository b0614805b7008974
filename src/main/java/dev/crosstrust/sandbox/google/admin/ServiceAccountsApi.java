package dev.crosstrust.sandbox.google.admin;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.ServiceAccount;
import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.google.api.ApiMethod;
import dev.crosstrust.sandbox.google.api.Bearer;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.api.Methods;
import dev.crosstrust.sandbox.google.api.PolicyMethods;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Service accounts as {@code https://iam.googleapis.com} manages them. An account may be named
 * within its project or, with {@code -} for the project, by its e-mail or unique id alone.
 *
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.serviceAccounts">
 *     projects.serviceAccounts</a>
 */
public final class ServiceAccountsApi {
  private static final List<String> SCOPES = List.of(Scopes.IAM, Scopes.CLOUD_PLATFORM);

  private final Directory directory;
  private final Policies policies;
  private final Bearer bearer;
  private final PolicyMethods policyMethods;

  private ServiceAccountsApi(Directory directory, AccessTokens tokens, Policies policies) {
    this.directory = directory;
    this.policies = policies;
    this.bearer = new Bearer(tokens);
    this.policyMethods = new PolicyMethods(policies);
  }

  /** The methods over the accounts of this directory. */
  public static Methods of(Directory directory, AccessTokens tokens, Policies policies) {
    ServiceAccountsApi api = new ServiceAccountsApi(directory, tokens, policies);
    String accounts = "/v1/projects/{project}/serviceAccounts";
    String account = accounts + "/{account}";
    return new Methods()
        .on("GET", accounts, api::list)
        .on("POST", account + ":getIamPolicy", api::getPolicy)
        .on("POST", account + ":setIamPolicy", api::setPolicy)
        .on("POST", account + ":testIamPermissions", api::test)
        .on("GET", account, api::get);
  }

  private Response list(ApiCall call) {
    Principal caller = caller(call, "listServiceAccounts");
    String project = call.path("project");
    if (!policies.allow(caller, "iam.serviceAccounts.list", Resource.project(project))) {
      throw ApiError.permissionDenied("iam.serviceAccounts.list");
    }
    List<Map<String, Object>> accounts =
        directory.serviceAccounts().stream()
            .filter(account -> account.project().equals(project))
            .sorted(Comparator.comparing(ServiceAccount::email))
            .map(ServiceAccountsApi::json)
            .toList();
    return Json.answer(200, accounts.isEmpty() ? Map.of() : Map.of("accounts", accounts));
  }

  private Response get(ApiCall call) {
    Principal caller = caller(call, "getServiceAccount");
    return Json.answer(200, json(account(call, caller, "iam.serviceAccounts.get")));
  }

  private Response getPolicy(ApiCall call) throws IOException {
    Principal caller = caller(call, "getIamPolicy");
    ServiceAccount account = account(call, caller, "iam.serviceAccounts.getIamPolicy");
    return policyMethods.get(call, Resource.serviceAccount(account));
  }

  private Response setPolicy(ApiCall call) throws IOException {
    Principal caller = caller(call, "setIamPolicy");
    ServiceAccount account = account(call, caller, "iam.serviceAccounts.setIamPolicy");
    return policyMethods.set(call, Resource.serviceAccount(account));
  }

  private Response test(ApiCall call) throws IOException {
    Principal caller = caller(call, "testIamPermissions");
    Optional<ServiceAccount> account = find(call);
    return account.isEmpty()
        ? Json.answer(200, Map.of())
        : policyMethods.test(call, caller, Resource.serviceAccount(account.get()));
  }

  private Principal caller(ApiCall call, String method) {
    String capital = method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    ApiMethod named = new ApiMethod("iam.googleapis.com", "google.iam.admin.v1.IAM." + capital);
    return bearer.caller(call.request(), named, SCOPES);
  }

  /** The account of the call; who may not see it is not told that there is none. */
  private ServiceAccount account(ApiCall call, Principal caller, String permission) {
    Optional<ServiceAccount> account = find(call);
    Resource asked =
        account
            .map(Resource::serviceAccount)
            .orElseGet(() -> Resource.project(call.path("project")));
    if (!policies.allow(caller, permission, asked)) {
      throw ApiError.permissionDenied(permission);
    }
    return account.orElseThrow(() -> ApiError.notFound("Unknown service account"));
  }

  private Optional<ServiceAccount> find(ApiCall call) {
    String project = call.path("project");
    return directory
        .findServiceAccount(call.path("account"))
        .filter(account -> project.equals("-") || project.equals(account.project()));
  }

  private static Map<String, Object> json(ServiceAccount account) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", "projects/" + account.project() + "/serviceAccounts/" + account.email());
    json.put("projectId", account.project());
    json.put("uniqueId", account.uniqueId());
    json.put("email", account.email());
    json.put("oauth2ClientId", account.uniqueId());
    if (account.disabled()) {
      json.put("disabled", true);
    }
    return json;
  }
}
