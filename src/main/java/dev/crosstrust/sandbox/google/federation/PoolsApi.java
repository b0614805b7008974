package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.util.Map;
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

  private final Federation federation;
  private final PoolGate gate;

  public PoolsApi(Federation federation, PoolGate gate) {
    this.federation = federation;
    this.gate = gate;
  }

  @Override
  public Response handle(Request request) {
    String path = request.rawPath();
    boolean all = path.endsWith("/workloadIdentityPools") || path.endsWith("/providers");
    String name = gate.name(request, path, all ? "list" : "get");
    return all ? list(request, name) : one(name);
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

  private Response list(Request request, String name) {
    boolean deletedToo = request.queryParameter("showDeleted").filter("true"::equals).isPresent();
    boolean ofPools = name.endsWith("/workloadIdentityPools");
    Stream<Map<String, Object>> items =
        ofPools
            ? federation.pools(name.split("/", 3)[1]).stream()
                .filter(it -> deletedToo || it.expires() == null)
                .map(PoolJson::of)
            : federation.providers(name.substring(0, name.lastIndexOf('/'))).stream()
                .filter(it -> deletedToo || it.expires() == null)
                .map(PoolJson::of);
    String field = ofPools ? "workloadIdentityPools" : "workloadIdentityPoolProviders";
    return Json.answer(200, PoolJson.page(field, items.toList(), request));
  }
}
