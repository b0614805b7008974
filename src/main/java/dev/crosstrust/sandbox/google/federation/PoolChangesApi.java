package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Pools and providers changed, deleted and brought back. Each answer is an operation; it is done
 * when it is answered.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/reference/rest/v1/projects.locations.workloadIdentityPools.providers/patch">
 *     patch</a>
 */
public final class PoolChangesApi {
  /** The paths of what can be changed. */
  public static final String PATHS =
      "/v1/projects/[^/]+/locations/global/workloadIdentityPools/[^/:]+(/providers/[^/:]+)?";

  private static final String TYPE = "type.googleapis.com/google.iam.v1.";
  private static final String UNDELETE = ":undelete";

  /** How long what is deleted can be brought back. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Federation federation;
  private final PoolGate gate;
  private final InstantSource clock;

  public PoolChangesApi(Federation federation, PoolGate gate, InstantSource clock) {
    this.federation = federation;
    this.gate = gate;
    this.clock = clock;
  }

  /** Changes the fields that {@code updateMask} names. */
  public Response patch(Request request) throws IOException {
    String name = gate.name(request, request.rawPath(), "update");
    PoolPatch patch =
        new PoolPatch(request.queryParameter("updateMask").orElse(""), Json.body(request));
    requireDeleted(name, false);
    try {
      if (ofProvider(name)) {
        federation.changeProvider(name, patch::apply);
      } else {
        federation.changePool(name, patch::apply);
      }
    } catch (IllegalArgumentException refused) {
      throw ApiError.invalidArgument(String.valueOf(refused.getMessage()));
    }
    return operation(name);
  }

  public Response delete(Request request) {
    String name = gate.name(request, request.rawPath(), "delete");
    requireDeleted(name, false);
    return deleted(name, clock.instant().plus(KEPT));
  }

  public Response undelete(Request request) {
    String path = request.rawPath();
    String name =
        gate.name(request, path.substring(0, path.length() - UNDELETE.length()), "undelete");
    requireDeleted(name, true);
    return deleted(name, null);
  }

  private Response deleted(String name, @Nullable Instant until) {
    if (ofProvider(name)) {
      federation.changeProvider(name, it -> it.deleted(until));
    } else {
      federation.changePool(name, it -> it.deleted(until));
    }
    return operation(name);
  }

  private void requireDeleted(String name, boolean wanted) {
    boolean deleted = "DELETED".equals(json(name).get("state"));
    if (deleted != wanted) {
      throw ApiError.failedPrecondition();
    }
  }

  private Response operation(String name) {
    String kind = ofProvider(name) ? "WorkloadIdentityPoolProvider" : "WorkloadIdentityPool";
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("@type", TYPE + kind);
    response.putAll(json(name));
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put(
        "name", name + "/operations/" + Long.toString(clock.millis(), Character.MAX_RADIX));
    operation.put("metadata", Map.of("@type", TYPE + kind + "OperationMetadata"));
    operation.put("done", true);
    operation.put("response", response);
    return Json.answer(200, operation);
  }

  private Map<String, Object> json(String name) {
    return federation
        .findPool(name)
        .map(PoolJson::of)
        .or(() -> federation.findProvider(name).map(PoolJson::of))
        .orElseThrow(() -> ApiError.notFound("Requested entity was not found."));
  }

  private static boolean ofProvider(String name) {
    return name.contains("/providers/");
  }
}
