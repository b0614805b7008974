package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.Project;
import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.google.api.ApiMethod;
import dev.crosstrust.sandbox.google.api.Bearer;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pools and providers as IAM shows them, one or all: {@code
 * https://iam.googleapis.com/v1/projects/PROJECT/locations/global/workloadIdentityPools…}. The
 * project may be named by id or number; answers have the number.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools">
 *     REST resource</a>
 */
public final class PoolsApi implements Handler {
  /** The paths this API answers. */
  public static final String PATHS =
      "/v1/projects/[^/]+/locations/global/workloadIdentityPools(/[^/]+(/providers(/[^/]+)?)?)?";

  private static final Pattern PARTS =
      Pattern.compile("/v1/projects/([^/]+)(/locations/global/workloadIdentityPools(/.*)?)");
  private static final String SERVICE = "google.iam.v1.WorkloadIdentityPools.";
  private static final List<String> SCOPES = List.of(Scopes.CLOUD_PLATFORM, Scopes.IAM);

  private final Federation federation;
  private final Directory directory;
  private final ProjectAccess access;
  private final Bearer bearer;

  public PoolsApi(
      Federation federation, Directory directory, ProjectAccess access, AccessTokens tokens) {
    this.federation = federation;
    this.directory = directory;
    this.access = access;
    this.bearer = new Bearer(tokens);
  }

  @Override
  public Response handle(Request request) {
    Matcher parts = PARTS.matcher(request.rawPath());
    if (!parts.matches()) {
      throw ApiError.notFound("Requested entity was not found.");
    }
    String project = parts.group(1);
    String rest = parts.group(2);
    boolean all = rest.endsWith("/workloadIdentityPools") || rest.endsWith("/providers");
    String kind =
        rest.contains("/providers") ? "WorkloadIdentityPoolProvider" : "WorkloadIdentityPool";
    ApiMethod method =
        new ApiMethod("iam.googleapis.com", SERVICE + (all ? "List" + kind + "s" : "Get" + kind));
    Principal caller = bearer.caller(request, method, SCOPES);
    String permission = "iam.w" + kind.substring(1) + "s." + (all ? "list" : "get");
    Project owner =
        directory
            .findProject(project)
            .filter(it -> access.allows(caller, permission, it.id()))
            .orElseThrow(
                () ->
                    ApiError.permissionDenied(
                        permission, "//iam.googleapis.com/projects/" + project + rest));
    String name = "projects/" + owner.number() + rest;
    return all ? list(request, name, owner) : one(name);
  }

  private Response one(String name) {
    return Json.answer(
        200,
        federation
            .findPool(name)
            .map(PoolJson::of)
            .or(() -> federation.findProvider(name).map(PoolJson::of))
            .orElseThrow(() -> ApiError.notFound("Requested entity was not found.")));
  }

  private Response list(Request request, String name, Project owner) {
    boolean ofPools = name.endsWith("/workloadIdentityPools");
    Stream<Map<String, Object>> items =
        ofPools
            ? federation.pools(owner.number()).stream().map(PoolJson::of)
            : federation.providers(name.substring(0, name.lastIndexOf('/'))).stream()
                .map(PoolJson::of);
    String field = ofPools ? "workloadIdentityPools" : "workloadIdentityPoolProviders";
    return Json.answer(200, PoolJson.page(field, items.toList(), request));
  }
}
