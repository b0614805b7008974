package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The check says what Google's pages document and what people report that it answers. */
class DocumentedAnswersTest {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** What is said of a provider or token that nevertheless passes. */
  private static final Set<String> ADVICE =
      Set.of(
          "google.condition-missing",
          "google.condition-exploitable",
          "google.condition-prefix-wide");

  private static final String CLAIMS =
      """
      {"iss":"%s","aud":"%s","sub":"%s","iat":%d,"exp":%d,"team":"a","level":7,"flag":true,
       "groups":["admins","ops"],
       "https://sts.amazonaws.com/":{"aws_account":"111122223333"},
       "submods":{"container":{"image_digest":"sha256:1","env_override":{}},
                  "confidential_space":{"support_attributes":["LATEST","STABLE"]}}}
      """
          .formatted(Asked.ISSUER, Asked.AUDIENCE, Asked.ROLE, Asked.NOW, Asked.NOW + 300);
  private static final String OIDC =
      """
      {"name":"%s","attributeMapping":{"google.subject":"assertion.sub"},"oidc":{"issuerUri":"%s"}}
      """
          .formatted(Asked.PROVIDER, Asked.ISSUER);
  private static final String AWS =
      """
      {"name":"projects/1/locations/global/workloadIdentityPools/p/providers/aws",
       "aws":{"accountId":"111122223333"}}
      """;

  static List<Case> cases() throws IOException {
    try (InputStream in = DocumentedAnswersTest.class.getResourceAsStream("answers.yaml")) {
      return new YAMLMapper()
          .readTree(Objects.requireNonNull(in))
          .valueStream()
          .map(Case::new)
          .toList();
    }
  }

  record Case(JsonNode json) {
    @Override
    public String toString() {
      return json.path("what").stringValue();
    }

    PoolReport report() throws UnreadableDocument {
      String caller = json.path("caller").stringValue(null);
      Token token = caller == null ? jwt() : Tokens.signedRequest();
      Instant at = caller == null ? Asked.NOON : Tokens.ISSUED;
      JsonNode provider = patched(caller == null ? OIDC : AWS, json.path("provider"));
      return PoolCheck.of(
          new PoolQuestion(
              token,
              ProviderDocument.read(provider),
              null,
              null,
              SignatureCheck.notAsked(token),
              at,
              caller));
    }

    private Jwt jwt() {
      JsonNode header = json.path("header");
      return (Jwt)
          Tokens.read(
              Tokens.compact(
                  header.isMissingNode() ? "{\"alg\":\"RS256\",\"kid\":\"k1\"}" : header.toString(),
                  patched(CLAIMS, json.path("token")).toString()));
    }

    /** Members of objects one by one, but a mapping as a whole; null takes one away. */
    private static ObjectNode patched(String text, JsonNode patch) {
      ObjectNode all = (ObjectNode) JSON.readTree(text);
      patch
          .properties()
          .forEach(
              member -> {
                if (member.getKey().equals("oidc")) {
                  member
                      .getValue()
                      .properties()
                      .forEach(
                          it -> all.withObjectProperty("oidc").set(it.getKey(), it.getValue()));
                } else if (member.getValue().isNull()) {
                  all.remove(member.getKey());
                } else {
                  all.set(member.getKey(), member.getValue());
                }
              });
      return all;
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAnswerIsTheDocumentedOne(Case it) throws UnreadableDocument {
    PoolReport report = it.report();

    assertThat(report.verdict())
        .as("%s", report.findings())
        .isEqualTo(Verdict.valueOf(it.json().path("verdict").stringValue()));
    String finding = it.json().path("finding").stringValue(null);
    List<String> ids =
        report.findings().stream().map(Finding::id).filter(id -> !ADVICE.contains(id)).toList();
    if (finding != null) {
      assertThat(ids).first().isEqualTo(finding);
    }
    if (report.verdict() == Verdict.ADMITTED && !it.json().path("token").has("exp")) {
      assertThat(ids).isEmpty();
    }
    Map<String, Object> attributes = report.attributes();
    it.json()
        .path("attributes")
        .properties()
        .forEach(
            wanted ->
                assertThat(attributes)
                    .containsEntry(wanted.getKey(), wanted.getValue().stringValue()));
  }

  @Test
  void thereAreEnough() throws IOException {
    assertThat(cases()).hasSizeGreaterThan(90);
  }
}
