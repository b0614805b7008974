package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.Content;
import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.storage.Access.Caller;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What changes objects that are there: {@code delete}, {@code patch}, {@code rewrite} and kin. */
final class ChangeMethods {
  private static final int MOST_SOURCES = 32;

  private final Access access;
  private final ObjectStore store;

  ChangeMethods(Access access, ObjectStore store) {
    this.access = access;
    this.store = store;
  }

  Response delete(ApiCall call) {
    Caller caller = access.caller(call, Scope.WRITE);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.objects.delete");
    String name = call.path("object");
    caller.requireOn(bucket, name, "storage.objects.delete");
    store.existing(caller, bucket, name, call.number("generation"), "storage.objects.delete");
    return bucket.delete(name, Preconditions.of(call)::check).isPresent()
        ? Response.empty(204)
        : StorageErrors.noSuchObject(bucket.name(), name).answer();
  }

  /** {@code objects.patch}: what is null in the body is taken away. */
  Response patch(ApiCall call) throws IOException {
    Caller caller = access.caller(call, Scope.CONTROL);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.objects.update");
    String name = call.path("object");
    caller.requireOn(bucket, name, "storage.objects.update");
    StoredObject was =
        store.existing(caller, bucket, name, call.number("generation"), "storage.objects.update");
    Map<String, JsonNode> settable = Draft.settable(call.json(), was.settable());
    return bucket
        .update(name, settable, store.clock().instant(), Preconditions.of(call)::check)
        .map(object -> Json.answer(200, Resources.of(object, call.origin())))
        .orElseGet(() -> StorageErrors.noSuchObject(bucket.name(), name).answer());
  }

  /** {@code objects.copy}. */
  Response copy(ApiCall call) throws IOException {
    return Json.answer(200, Resources.of(copied(call), call.origin()));
  }

  /** {@code objects.rewrite}, which is done at the first call here. */
  Response rewrite(ApiCall call) throws IOException {
    StoredObject object = copied(call);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("kind", "storage#rewriteResponse");
    answer.put("totalBytesRewritten", Long.toString(object.size()));
    answer.put("objectSize", Long.toString(object.size()));
    answer.put("done", true);
    answer.put("resource", Resources.of(object, call.origin()));
    return Json.answer(200, answer);
  }

  private StoredObject copied(ApiCall call) throws IOException {
    Caller caller = access.caller(call, Scope.WRITE);
    Bucket from = caller.bucket(call.path("bucket"), "storage.objects.get");
    StoredObject source =
        store.find(caller, from, call.path("object"), call.number("sourceGeneration"));
    Bucket to = caller.bucket(call.path("toBucket"), "storage.objects.create");
    String name = call.path("toObject");
    store.requireWrite(caller, to, name);
    Map<String, JsonNode> settable = Draft.settable(call.json(), source.settable());
    Draft draft = new Draft(name, settable, source.content());
    return to.put(draft, store.clock().instant(), Preconditions.of(call)::check);
  }

  /** {@code objects.compose}: one object of up to 32 others. */
  Response compose(ApiCall call) throws IOException {
    Caller caller = access.caller(call, Scope.WRITE);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.objects.create");
    String name = call.path("object");
    store.requireWrite(caller, bucket, name);
    ObjectNode body = call.json();
    List<Content> parts = new ArrayList<>();
    for (JsonNode source : body.path("sourceObjects")) {
      Optional<Long> generation =
          Optional.of(source.path("generation").asLong(0)).filter(number -> number > 0);
      parts.add(store.find(caller, bucket, source.path("name").asString(""), generation).content());
    }
    if (parts.isEmpty() || parts.size() > MOST_SOURCES) {
      throw StorageErrors.invalid(
          "The number of source components provided (%d) must be between 1 and %d."
              .formatted(parts.size(), MOST_SOURCES));
    }
    Map<String, JsonNode> settable =
        body.path("destination") instanceof ObjectNode resource
            ? Draft.settable(resource, Map.of())
            : Map.of();
    Draft draft = new Draft(name, settable, Content.joined(parts));
    StoredObject object = bucket.put(draft, store.clock().instant(), Preconditions.of(call)::check);
    return Json.answer(200, Resources.of(object, call.origin()));
  }
}
