package dev.crosstrust.diagnosis.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Entries of CloudTrail and of Cloud Audit Logs.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">CloudTrail
 *     record contents</a>
 * @see <a
 *     href="https://cloud.google.com/logging/docs/reference/audit/auditlog/rest/Shared.Types/AuditLog">AuditLog</a>
 */
final class AuditEntries {
  private AuditEntries() {}

  static boolean isCloudTrail(JsonNode node) {
    return node.path("eventSource").isString() && node.path("eventName").isString();
  }

  static boolean isGoogle(JsonNode node) {
    return node.path("protoPayload").isObject()
        || node.path("@type").asString("").endsWith("google.cloud.audit.AuditLog");
  }

  /** Of a call that went through, nothing. */
  static List<Answer> cloudTrail(JsonNode entry, Hints around, int depth) {
    String code = entry.path("errorCode").asString("");
    if (code.isEmpty()) {
      return List.of();
    }
    Hints hints =
        Hints.NONE
            .service(Services.named(entry.path("eventSource").asString()))
            .operation(entry.path("eventName").asString())
            .code(Codes.plain(code))
            .principal(text(entry.path("userIdentity"), "arn", "userName", "principalId"))
            .sent("RoleArn", text(entry.path("requestParameters"), "roleArn"))
            .framed(true)
            .or(around);
    String message = entry.path("errorMessage").asString("");
    return Reading.message(message, hints, depth + 1);
  }

  /** Of a call that went through, nothing. */
  static List<Answer> google(JsonNode entry, Hints around, int depth) {
    JsonNode payload = entry.path("protoPayload").isObject() ? entry.path("protoPayload") : entry;
    int number = payload.path("status").path("code").asInt(0);
    if (number == 0) {
      return List.of();
    }
    Map<String, String> fields =
        new HashMap<>(ErrorBody.details(payload.path("status").path("details")));
    JsonNode who = payload.path("authenticationInfo");
    String violation = payload.path("metadata").path("vpcServiceControlsUniqueId").asString("");
    if (!violation.isEmpty()) {
      fields.put("reason", "VPC_SERVICE_CONTROLS");
    }
    Hints hints =
        Hints.NONE
            .service(Services.named(text(payload, "serviceName")))
            .operation(text(payload, "methodName"))
            .code(Codes.ofNumber(number))
            .status(status(number))
            .principal(text(who, "principalEmail", "principalSubject"))
            .fields(fields)
            .framed(true)
            .or(around);
    String message = payload.path("status").path("message").asString("") + perimeter(violation);
    String told = Answering.hasSentence(message) ? message : message + refused(payload);
    return Reading.message(told.strip(), hints, depth + 1);
  }

  /** The same as a sentence of the APIs, since entries name the permission apart from it. */
  private static String refused(JsonNode payload) {
    for (JsonNode asked : payload.path("authorizationInfo")) {
      if (!asked.path("granted").asBoolean(false) && asked.path("permission").isString()) {
        String resource = text(asked, "resource");
        return " authorizationInfo: Permission '%s' denied on resource%s"
            .formatted(
                asked.path("permission").asString(), resource == null ? "" : " '" + resource + "'");
      }
    }
    return "";
  }

  private static String perimeter(String violation) {
    return violation.isEmpty() ? "" : " vpcServiceControlsUniqueIdentifier: " + violation;
  }

  private static @Nullable Integer status(int number) {
    return switch (number) {
      case 3, 9 -> 400;
      case 5 -> 404;
      case 7 -> 403;
      case 8 -> 429;
      case 13 -> 500;
      case 14 -> 503;
      case 16 -> 401;
      default -> null;
    };
  }

  private static @Nullable String text(JsonNode node, String... names) {
    for (String name : names) {
      if (node.path(name).isString() && !node.path(name).asString().isBlank()) {
        return node.path(name).asString();
      }
    }
    return null;
  }
}
