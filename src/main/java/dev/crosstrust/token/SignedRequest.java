package dev.crosstrust.token;

import dev.crosstrust.secret.Redactor;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.Reading.Looks;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An AWS-signed {@code GetCallerIdentity} request as a Google subject token: JSON, percent-encoded.
 * Google sends the request to AWS and believes the answer. Source: Google Cloud, "Method: token"
 * ({@code urn:ietf:params:aws:token-type:aws4_request}).
 *
 * @param encoded whether it came percent-encoded, as it must be sent
 */
public record SignedRequest(
    Secret raw, String url, String method, List<Header> headers, boolean encoded) implements Token {
  /**
   * One header as it was signed.
   *
   * @param value may be secret
   */
  public record Header(String name, String value) {
    /** The value without anything secret. */
    public String shown() {
      return new Redactor().headers(Map.of(name, List.of(value))).getOrDefault(name, "");
    }

    @Override
    public String toString() {
      return name + ": " + shown();
    }
  }

  public SignedRequest {
    headers = List.copyOf(headers);
  }

  static boolean looksLikeOne(String text) {
    return text.startsWith("{") || text.regionMatches(true, 0, "%7B", 0, 3);
  }

  static SignedRequest parse(String text) throws NotAToken {
    boolean encoded = !text.startsWith("{");
    ObjectNode json = JsonPart.SIGNED_REQUEST.object(encoded ? decoded(text) : text);
    Wrappers.refuse(json);
    List<Header> headers = new ArrayList<>();
    for (JsonNode header : json.path("headers")) {
      headers.add(new Header(text(header, "key"), text(header, "value")));
    }
    return new SignedRequest(
        Secret.of(text), text(json, "url"), text(json, "method"), headers, encoded);
  }

  private static String decoded(String text) throws NotAToken {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new NotAToken(
          Looks.BROKEN_REQUEST, "The percent-encoding of the signed request is broken or cut.");
    }
  }

  private static String text(JsonNode of, String member) throws NotAToken {
    return of.path(member)
        .stringValueOpt()
        .orElseThrow(
            () ->
                new NotAToken(
                    Looks.BROKEN_REQUEST,
                    "The signed request lacks `%s`, or it is not text.".formatted(member)));
  }

  /** The first header of this name, in any case. */
  public Optional<String> headerNamed(String name) {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  @Override
  public ObjectNode header() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** The URL, the method, then every header under its name, secrets replaced by fingerprints. */
  @Override
  public ObjectNode claims() {
    ObjectNode claims = JsonNodeFactory.instance.objectNode();
    claims.put("url", new Redactor().text(url)).put("method", method);
    headers.forEach(header -> claims.put(header.name(), header.shown()));
    return claims;
  }

  @Override
  public Family family() {
    return Family.AWS_SIGNED_REQUEST;
  }

  @Override
  public String toString() {
    return "SignedRequest[raw=%s, method=%s]".formatted(raw, method);
  }
}
