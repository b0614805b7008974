package dev.crosstrust.diagnosis.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the forms in which services, logs and audit logs answer: XML, JSON, pages. What is inside
 * of a text inside of them is read in its turn.
 */
final class Envelopes {
  private static final Set<String> OAUTH =
      Set.of(
          "invalid_grant",
          "invalid_target",
          "invalid_request",
          "invalid_client",
          "invalid_scope",
          "unauthorized_client",
          "access_denied",
          "quota_exceeded");
  private static final Pattern PAGE_STATUS =
      Pattern.compile("(?i)<(?:title|h1)[^>]*>[^<]*?\\b([45]\\d\\d)\\b");

  private Envelopes() {}

  /** All answers of one piece. */
  static List<Answer> read(Island island, Hints around, int depth) {
    if (island.json() != null) {
      return json(island.json(), around, depth);
    }
    return ErrorBody.isPage(island.text())
        ? page(island.text(), around)
        : xml(island.text(), around);
  }

  /** What a piece that is no answer itself tells of the one beside it. */
  static Hints beside(Island island) {
    JsonNode json = island.json();
    if (json == null) {
      return Hints.NONE;
    }
    JsonNode metadata = json.path("$metadata");
    JsonNode status =
        metadata.isObject()
            ? metadata.path("httpStatusCode")
            : json.path("ResponseMetadata").path("HTTPStatusCode");
    Map<String, String> details = ErrorBody.details(json.isArray() ? json : json.path("details"));
    return Hints.NONE
        .statusOf(status.asString(""))
        .code(json.path("Code").isString() ? Codes.plain(json.path("Code").asString()) : null)
        .service(Services.named(details.get("service")))
        .fields(details)
        .framed(!details.isEmpty() || metadata.isObject());
  }

  private static List<Answer> xml(String text, Hints around) {
    Said said = ErrorBody.xml(text);
    String details = said.fields().get("Details");
    boolean google = details != null || said.message().equals("Access denied.");
    boolean amazon = said.fields().containsKey("HostId") || said.code() != null;
    Hints hints =
        Hints.NONE
            .service(google ? "gcs" : sts(text) ? "sts" : null)
            .code(Codes.plain(said.code()))
            .fields(said.fields())
            .framed(amazon)
            .or(around);
    if (said.code() == null && said.message().equals(text)) {
      return List.of();
    }
    String message = details == null ? said.message() : said.message() + " " + details;
    return List.of(Answering.of(message, hints));
  }

  private static boolean sts(String text) {
    return text.contains("https://sts.amazonaws.com/doc/");
  }

  /** A page of an error; any other has nothing to do with the clouds. */
  private static List<Answer> page(String text, Hints around) {
    Matcher title = PAGE_STATUS.matcher(text);
    Integer status = title.find() ? Integer.valueOf(title.group(1)) : around.status();
    return status == null || status < 400
        ? List.of()
        : List.of(Answering.of(text, around.status(status).framed(true)));
  }

  private static List<Answer> json(JsonNode node, Hints around, int depth) {
    if (depth > Reading.DEEPEST) {
      return List.of();
    }
    if (node.isString()) {
      return Reading.of(node.asString(), around, depth + 1);
    }
    if (node.isArray()) {
      List<Answer> answers = new ArrayList<>();
      node.forEach(element -> answers.addAll(json(element, around, depth + 1)));
      return answers;
    }
    return node.isObject() ? object(node, around, depth) : List.of();
  }

  private static List<Answer> object(JsonNode node, Hints around, int depth) {
    if (AuditEntries.isGoogle(node)) {
      return AuditEntries.google(node, around, depth);
    }
    if (AuditEntries.isCloudTrail(node)) {
      return AuditEntries.cloudTrail(node, around, depth);
    }
    JsonNode error = node.path("error");
    if (error.isObject()
        && error.path("message").isString()
        && (error.path("code").isNumber() || error.path("status").isString())) {
      return google(node, error, around, depth);
    }
    if (ErrorBody.listed(node).isPresent()) {
      return said(ErrorBody.listed(node).get(), around.framed(true), depth);
    }
    if (error.isString() && OAUTH.contains(error.asString())) {
      return said(ErrorBody.of(node, ""), around, depth);
    }
    if (RowErrors.of(node).isPresent()) {
      return said(ErrorBody.of(node, ""), around.service("bigquery").framed(true), depth);
    }
    JsonNode inner = node.path("Error").isObject() ? node.path("Error") : node;
    if (inner.path("__type").isString() || inner.path("Code").isString()) {
      Hints status =
          Hints.NONE
              .statusOf(node.path("ResponseMetadata").path("HTTPStatusCode").asString(""))
              .statusOf(node.path("$metadata").path("httpStatusCode").asString(""))
              .framed(node.path("$metadata").isObject());
      Said said = ErrorBody.of(node, "");
      return said.message().isBlank() && !inner.path("__type").isString()
          ? List.of()
          : said(said, status.or(around), depth);
    }
    return members(node, around, depth);
  }

  private static List<Answer> google(JsonNode node, JsonNode error, Hints around, int depth) {
    Said said = ErrorBody.of(node, "");
    Hints hints =
        Hints.NONE
            .statusOf(error.path("code").asString(""))
            .service(service(said.fields(), error))
            .framed(true);
    return said(said, hints.or(around), depth);
  }

  private static @Nullable String service(Map<String, String> fields, JsonNode error) {
    String named = fields.get("service");
    boolean bigQuery = error.path("errors").path(0).path("location").asString("").equals("q");
    return named != null ? Services.named(named) : bigQuery ? "bigquery" : null;
  }

  private static List<Answer> said(Said said, Hints around, int depth) {
    Hints hints = Hints.NONE.code(Codes.plain(said.code())).fields(said.fields()).or(around);
    return Reading.message(said.message(), hints, depth + 1);
  }

  /** A line of a log, or anything else that may have an answer somewhere inside. */
  private static List<Answer> members(JsonNode node, Hints around, int depth) {
    Hints hints =
        Hints.NONE
            .statusOf(first(node, "status", "statusCode", "status_code", "httpStatus", "code"))
            .or(around);
    List<Answer> answers = new ArrayList<>();
    node.forEach(member -> answers.addAll(json(member, hints, depth + 1)));
    String code = first(node, "code", "Code", "errorCode", "name");
    return code == null || Codes.plain(code) == null || code.contains(" ")
        ? answers
        : answers.stream().map(answer -> coded(answer, code)).toList();
  }

  private static Answer coded(Answer answer, String code) {
    return answer.code() != null
            || code.matches("\\d+")
            || !code.matches(Codes.WORDS + "|.*Exception")
        ? answer
        : answer.withCode(Codes.plain(code));
  }

  private static @Nullable String first(JsonNode node, String... names) {
    for (String name : names) {
      JsonNode value = node.path(name);
      if (value.isString() || value.isNumber()) {
        return value.asString();
      }
    }
    return null;
  }
}
