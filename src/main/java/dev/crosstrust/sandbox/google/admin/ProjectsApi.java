package dev.crosstrust.sandbox.google.admin;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.Project;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Projects as {@code https://cloudresourcemanager.googleapis.com} knows them, in versions 1 and 3.
 *
 * @see <a href="https://cloud.google.com/resource-manager/reference/rest/v3/projects">projects</a>
 */
public final class ProjectsApi {
  private static final List<String> SCOPES =
      List.of(Scopes.CLOUD_PLATFORM, "https://www.googleapis.com/auth/cloud-platform.read-only");

  private final Directory directory;
  private final Policies policies;
  private final Bearer bearer;
  private final PolicyMethods policyMethods;

  private ProjectsApi(Directory directory, AccessTokens tokens, Policies policies) {
    this.directory = directory;
    this.policies = policies;
    this.bearer = new Bearer(tokens);
    this.policyMethods = new PolicyMethods(policies);
  }

  /** The methods over the projects of this directory. */
  public static Methods of(Directory directory, AccessTokens tokens, Policies policies) {
    ProjectsApi api = new ProjectsApi(directory, tokens, policies);
    Methods methods = new Methods();
    for (String version : List.of("v1", "v3")) {
      String project = "/" + version + "/projects/{project}";
      methods
          .on("POST", project + ":getIamPolicy", api::getPolicy)
          .on("POST", project + ":setIamPolicy", api::setPolicy)
          .on("POST", project + ":testIamPermissions", api::test);
    }
    return methods
        .on("GET", "/v1/projects/{project}", api::first)
        .on("GET", "/v3/projects/{project}", api::third);
  }

  private Response first(ApiCall call) {
    String id = permitted(call, "GetProject", "resourcemanager.projects.get");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("projectNumber", number(id));
    json.put("projectId", id);
    json.put("lifecycleState", "ACTIVE");
    json.put("name", id);
    return Json.answer(200, json);
  }

  private Response third(ApiCall call) {
    String id = permitted(call, "GetProject", "resourcemanager.projects.get");
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", "projects/" + number(id));
    json.put("projectId", id);
    json.put("state", "ACTIVE");
    json.put("displayName", id);
    return Json.answer(200, json);
  }

  private Response getPolicy(ApiCall call) throws IOException {
    String id = permitted(call, "GetIamPolicy", "resourcemanager.projects.getIamPolicy");
    return policyMethods.get(call, Resource.project(id));
  }

  private Response setPolicy(ApiCall call) throws IOException {
    String id = permitted(call, "SetIamPolicy", "resourcemanager.projects.setIamPolicy");
    return policyMethods.set(call, Resource.project(id));
  }

  private Response test(ApiCall call) throws IOException {
    Principal caller = caller(call, "TestIamPermissions");
    return policyMethods.test(call, caller, Resource.project(id(call)));
  }

  private String permitted(ApiCall call, String method, String permission) {
    Principal caller = caller(call, method);
    String id = id(call);
    if (!policies.allow(caller, permission, Resource.project(id))
        || directory.projectNumber(id).isEmpty()) {
      throw ApiError.permissionDenied(permission);
    }
    return id;
  }

  private Principal caller(ApiCall call, String method) {
    ApiMethod named =
        new ApiMethod(
            "cloudresourcemanager.googleapis.com",
            "google.cloud.resourcemanager.v3.Projects." + method);
    return bearer.caller(call.request(), named, SCOPES);
  }

  /** A project may be asked for by its number. */
  private String id(ApiCall call) {
    String idOrNumber = call.path("project");
    return directory.findProject(idOrNumber).map(Project::id).orElse(idOrNumber);
  }

  private String number(String id) {
    return directory.projectNumber(id).orElse("");
  }
}
