package dev.crosstrust.token;

import dev.crosstrust.token.Reading.Looks;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** JSON that is no token but may have one in it, or is a file that should not be pasted at all. */
final class Wrappers {
  private static final List<String> TOKEN_MEMBERS =
      List.of(
          "id_token",
          "idToken",
          "token",
          "WebIdentityToken",
          "subject_token",
          "subjectToken",
          "access_token",
          "accessToken",
          "value");

  private Wrappers() {}

  /** Lets a signed request pass and nothing else. */
  static void refuse(ObjectNode json) throws NotAToken {
    if (json.has("url") && json.has("headers")) {
      return;
    }
    if (json.path("type").isString() && (json.has("private_key") || json.has("refresh_token"))) {
      throw new NotAToken(
          Looks.OTHER_SECRET, "This is a Google credential file with a secret in it, not a token.");
    }
    if (json.path("type").stringValue("").equals("external_account")) {
      throw new NotAToken(
          Looks.WRAPPED_IN_JSON,
          "This is an `external_account` configuration, which says where a token is found.");
    }
    if (json.path("Credentials").has("SessionToken")) {
      throw new NotAToken(
          Looks.OTHER_SECRET, "This is the answer of an AWS exchange with credentials in it.");
    }
    if (json.has("payload") && (json.has("signature") || json.has("signatures"))) {
      throw new NotAToken(
          Looks.WRAPPED_IN_JSON,
          "This is a signature in JSON form; both clouds take the compact form only.");
    }
    for (String member : TOKEN_MEMBERS) {
      if (json.path(member).isString()) {
        throw new NotAToken(
            Looks.WRAPPED_IN_JSON,
            "This is JSON with the token in its member `%s`.".formatted(member));
      }
    }
    throw new NotAToken(
        json.has("iss") || json.has("sub") ? Looks.WRAPPED_IN_JSON : Looks.BROKEN_REQUEST,
        json.has("iss") || json.has("sub")
            ? "These are the claims of a token, already decoded, without their signature."
            : "This is JSON, but neither a signed request nor an answer with a token in it.");
  }
}
