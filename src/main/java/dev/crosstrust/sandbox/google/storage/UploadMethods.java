package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.Content;
import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.ClassicError;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.google.storage.Access.Caller;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * {@code objects.insert} in its three ways: the bytes alone, metadata and bytes together, or a
 * session for bytes that come in pieces.
 *
 * @see <a href="https://cloud.google.com/storage/docs/uploads-downloads">Uploads</a>
 */
final class UploadMethods {
  private static final String UNKNOWN_TYPE = "application/octet-stream";

  private final Access access;
  private final ObjectStore store;
  private final Sessions sessions;

  UploadMethods(Access access, ObjectStore store, Sessions sessions) {
    this.access = access;
    this.store = store;
    this.sessions = sessions;
  }

  Response insert(ApiCall call) throws IOException {
    Caller caller = access.caller(call, Scope.WRITE);
    Bucket bucket = caller.bucket(call.path("bucket"), "storage.objects.create");
    if (call.query("predefinedAcl").isPresent() && bucket.settings().uniform()) {
      throw StorageErrors.invalid(
          "Cannot insert legacy ACL for an object when uniform bucket-level access is enabled."
              + " Read more at https://cloud.google.com/storage/docs/uniform-bucket-level-access");
    }
    return switch (call.text("uploadType")) {
      case "media" -> simple(call, caller, bucket);
      case "multipart" -> multipart(call, caller, bucket);
      case "resumable" -> resumable(call, caller, bucket);
      default -> throw ClassicError.of(400, "badRequest", "Bad Request");
    };
  }

  private Response simple(ApiCall call, Caller caller, Bucket bucket) throws IOException {
    String name = name(call, Json.empty());
    store.requireWrite(caller, bucket, name);
    String type = call.request().header("Content-Type").orElse(UNKNOWN_TYPE);
    Content body = Content.of(call.request().bodyBytes());
    return stored(call, bucket, Json.empty(), type, body);
  }

  private Response multipart(ApiCall call, Caller caller, Bucket bucket) throws IOException {
    String contentType = call.request().header("Content-Type").orElse("");
    List<MultipartRelated.Part> parts =
        MultipartRelated.parse(contentType, call.request().bodyBytes());
    if (parts.size() != 2) {
      throw ClassicError.of(
          400, "badContent", "Multipart requests must have two parts: metadata and media.");
    }
    ObjectNode resource = Json.object(parts.get(0).body().bytes());
    store.requireWrite(caller, bucket, name(call, resource));
    MultipartRelated.Part media = parts.get(1);
    return stored(call, bucket, resource, media.type(), media.body());
  }

  private Response stored(
      ApiCall call, Bucket bucket, ObjectNode resource, String type, Content body) {
    Draft draft = new Draft(name(call, resource), settable(call, resource, type), body);
    StoredObject object = store.store(bucket, draft, resource, Preconditions.of(call));
    return Json.answer(200, Resources.of(object, call.origin())).with("ETag", object.etag());
  }

  private Response resumable(ApiCall call, Caller caller, Bucket bucket) throws IOException {
    ObjectNode resource = call.json();
    String name = name(call, resource);
    store.requireWrite(caller, bucket, name);
    String type = call.request().header("X-Upload-Content-Type").orElse("");
    Session session =
        new Session(bucket, name, settable(call, resource, type), resource, Preconditions.of(call));
    String id = sessions.open(session);
    String location =
        "%s%s?uploadType=resumable&upload_id=%s"
            .formatted(call.origin(), call.request().rawPath(), id);
    return Response.empty(200).with("Location", location).with("X-GUploader-UploadID", id);
  }

  private static String name(ApiCall call, JsonNode resource) {
    String inBody = resource.path("name").asString("");
    String name = call.text("name").isEmpty() ? inBody : call.text("name");
    if (name.isEmpty()) {
      throw StorageErrors.required("name");
    }
    return name;
  }

  /** What the metadata says rules over what the transfer says. */
  private static Map<String, JsonNode> settable(ApiCall call, ObjectNode resource, String type) {
    Map<String, JsonNode> transfer = new LinkedHashMap<>();
    if (!type.isEmpty()) {
      transfer.put("contentType", StringNode.valueOf(type));
    }
    call.query("contentEncoding")
        .ifPresent(encoding -> transfer.put("contentEncoding", StringNode.valueOf(encoding)));
    return Draft.settable(resource, transfer);
  }
}
