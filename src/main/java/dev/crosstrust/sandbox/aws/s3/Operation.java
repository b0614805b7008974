package dev.crosstrust.sandbox.aws.s3;

import dev.crosstrust.sandbox.wire.Request;
import java.util.Set;

/** Which of S3's operations a request asks for. */
enum Operation {
  LIST_BUCKETS,
  HEAD_BUCKET,
  CREATE_BUCKET,
  GET_LOCATION,
  LIST_OBJECTS,
  LIST_OBJECTS_V2,
  DELETE_OBJECTS,
  LIST_UPLOADS,
  HEAD_OBJECT,
  GET_OBJECT,
  PUT_OBJECT,
  COPY_OBJECT,
  DELETE_OBJECT,
  CREATE_UPLOAD,
  UPLOAD_PART,
  COMPLETE_UPLOAD,
  ABORT_UPLOAD,
  LIST_PARTS;

  /** Query parameters that turn a request into one that is not offered here. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "accelerate",
          "acl",
          "analytics",
          "attributes",
          "cors",
          "encryption",
          "intelligent-tiering",
          "inventory",
          "legal-hold",
          "lifecycle",
          "logging",
          "metadataConfiguration",
          "metadataTable",
          "metrics",
          "notification",
          "object-lock",
          "ownershipControls",
          "partNumber",
          "policy",
          "policyStatus",
          "publicAccessBlock",
          "renameObject",
          "replication",
          "requestPayment",
          "restore",
          "retention",
          "select",
          "session",
          "tagging",
          "torrent",
          "versionId",
          "versioning",
          "versions",
          "website");

  static Operation of(Call call) {
    Request request = call.request();
    boolean partUpload = request.method().equals("PUT") && has(request, "uploadId");
    if (!partUpload && request.query().keySet().stream().anyMatch(ELSEWHERE::contains)) {
      throw S3Errors.notImplemented();
    }
    if (call.bucket().isEmpty()) {
      return ofService(request);
    }
    return call.key().isEmpty() ? ofBucket(request) : ofObject(request);
  }

  private static Operation ofService(Request request) {
    if (request.method().equals("GET")) {
      return LIST_BUCKETS;
    }
    throw S3Errors.methodNotAllowed(request.method(), "SERVICE");
  }

  private static Operation ofBucket(Request request) {
    return switch (request.method()) {
      case "HEAD" -> HEAD_BUCKET;
      case "PUT" -> CREATE_BUCKET;
      case "GET" -> {
        if (has(request, "location")) {
          yield GET_LOCATION;
        }
        if (has(request, "uploads")) {
          yield LIST_UPLOADS;
        }
        boolean second = request.queryParameter("list-type").filter("2"::equals).isPresent();
        yield second ? LIST_OBJECTS_V2 : LIST_OBJECTS;
      }
      case "POST" -> {
        if (has(request, "delete")) {
          yield DELETE_OBJECTS;
        }
        throw S3Errors.notImplemented();
      }
      case "DELETE" -> throw S3Errors.notImplemented();
      default -> throw S3Errors.methodNotAllowed(request.method(), "BUCKET");
    };
  }

  private static Operation ofObject(Request request) {
    boolean ofUpload = has(request, "uploadId");
    return switch (request.method()) {
      case "HEAD" -> HEAD_OBJECT;
      case "GET" -> ofUpload ? LIST_PARTS : GET_OBJECT;
      case "DELETE" -> ofUpload ? ABORT_UPLOAD : DELETE_OBJECT;
      case "PUT" -> {
        boolean copy = request.header("x-amz-copy-source").isPresent();
        if (ofUpload && copy) {
          throw S3Errors.notImplemented();
        }
        yield ofUpload ? UPLOAD_PART : copy ? COPY_OBJECT : PUT_OBJECT;
      }
      case "POST" -> {
        if (has(request, "uploads")) {
          yield CREATE_UPLOAD;
        }
        if (ofUpload) {
          yield COMPLETE_UPLOAD;
        }
        throw S3Errors.notImplemented();
      }
      default -> throw S3Errors.methodNotAllowed(request.method(), "OBJECT");
    };
  }

  private static boolean has(Request request, String parameter) {
    return request.queryParameter(parameter).isPresent();
  }
}
