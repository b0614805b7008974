package dev.crosstrust.sandbox.google.admin;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.Project;
import dev.crosstrust.sandbox.google.account.Services;
import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.google.api.ApiMethod;
import dev.crosstrust.sandbox.google.api.Bearer;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.api.Methods;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which services a project uses, as {@code https://serviceusage.googleapis.com} shows and switches
 * them. A change is done when it is answered.
 *
 * @see <a
 *     href="https://cloud.google.com/service-usage/docs/reference/rest/v1/services">services</a>
 */
public final class ServicesApi {
  private static final String SERVICE = "/v1/projects/{project}/services/{service}";
  private static final List<String> SCOPES =
      List.of(Scopes.CLOUD_PLATFORM, "https://www.googleapis.com/auth/service.management");

  private final Services services;
  private final Directory directory;
  private final Policies policies;
  private final Bearer bearer;

  private ServicesApi(
      Services services, Directory directory, AccessTokens tokens, Policies policies) {
    this.services = services;
    this.directory = directory;
    this.policies = policies;
    this.bearer = new Bearer(tokens);
  }

  /** The methods over the services of this directory's projects. */
  public static Methods of(
      Services services, Directory directory, AccessTokens tokens, Policies policies) {
    ServicesApi api = new ServicesApi(services, directory, tokens, policies);
    return new Methods()
        .on("POST", SERVICE + ":enable", call -> api.set(call, "EnableService", true))
        .on("POST", SERVICE + ":disable", call -> api.set(call, "DisableService", false))
        .on("GET", SERVICE, api::get);
  }

  private Response get(ApiCall call) {
    Project project = permitted(call, "GetService", "serviceusage.services.get");
    return Json.answer(200, json(project, call.path("service")));
  }

  private Response set(ApiCall call, String method, boolean enabled) {
    String verb = enabled ? "enable" : "disable";
    Project project = permitted(call, method, "serviceusage.services." + verb);
    services.set(project.id(), call.path("service"), enabled);
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("name", "operations/noop.DONE_OPERATION");
    operation.put("done", true);
    operation.put("response", Map.of("service", json(project, call.path("service"))));
    return Json.answer(200, operation);
  }

  private Project permitted(ApiCall call, String method, String permission) {
    ApiMethod named =
        new ApiMethod(
            "serviceusage.googleapis.com", "google.api.serviceusage.v1.ServiceUsage." + method);
    Principal caller = bearer.caller(call.request(), named, SCOPES);
    return directory
        .findProject(call.path("project"))
        .filter(it -> policies.allow(caller, permission, Resource.project(it.id())))
        .orElseThrow(() -> ApiError.permissionDenied(permission));
  }

  private Map<String, Object> json(Project project, String service) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", "projects/%s/services/%s".formatted(project.number(), service));
    json.put("config", Map.of("name", service));
    json.put("state", services.enabled(project.id(), service) ? "ENABLED" : "DISABLED");
    json.put("parent", "projects/" + project.number());
    return json;
  }
}
