package dev.crosstrust.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.Console;
import dev.crosstrust.Console.Result;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.token.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code pool check}: the Google side's check of a token, offline. */
class PoolCheckCommandTest {
  private static final String POOL = "projects/1/locations/global/workloadIdentityPools/p";
  private static final String ISSUER = "https://issuer.example";
  private static final String PROVIDER =
      """
      {"name": "%s/providers/q", "state": "ACTIVE",
       "attributeMapping": {"google.subject": "assertion.sub", "attribute.team": "assertion.team"},
       "attributeCondition": "attribute.team == 'a'",
       "oidc": {"issuerUri": "%s", "allowedAudiences": ["x"]}}
      """
          .formatted(POOL, ISSUER);

  @TempDir private Path folder;
  private Console console;

  @BeforeEach
  void files() throws IOException {
    console = new Console(new Machine(Map.of(), folder));
    write("provider.json", PROVIDER);
    write("token", token("a"));
  }

  private static String token(String team) {
    return Tokens.compact(
        """
        {"iss":"%s","aud":"x","sub":"me","team":"%s","iat":1795258800,"exp":1795259100}
        """
            .formatted(ISSUER, team));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Result check(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "pool",
                "check",
                "--token",
                folder.resolve("token").toString(),
                "--provider",
                folder.resolve("provider.json").toString(),
                "--at",
                "2026-11-21T11:00:00Z"));
    words.addAll(List.of(more));
    return console.run(words.toArray(String[]::new));
  }

  @Test
  void whatSomeEditorsBeginAFileWithIsNoPartOfIt() throws IOException {
    Path bindings = write("bindings.json", "\ufeff{\"bindings\": []}");
    Path keys = write("keys.json", "\ufeff{\"keys\": []}");
    write("provider.json", "\ufeff" + PROVIDER);
    write("token", "\ufeff" + token("a"));

    assertThat(check("--bindings", bindings.toString()).err()).isEmpty();
    assertThat(check("--jwks", keys.toString()).err()).isEmpty();
  }

  @Test
  void theContractsJsonIsPrinted() {
    Result result = check("--json");

    JsonNode json = JsonMapper.shared().readTree(result.out());
    assertThat(result.exit()).isZero();
    assertThat(json.path("verdict").asString()).isEqualTo("admitted");
    assertThat(json.at("/audience/result").asString()).isEqualTo("match");
    assertThat(json.at("/issuer/expected/0").asString()).isEqualTo(ISSUER);
    assertThat(json.at("/signature/status").asString()).isEqualTo("unchecked");
    assertThat(json.at("/attributes/google.subject").asString()).isEqualTo("me");
    assertThat(json.path("subjectBytes").asInt()).isEqualTo(2);
    assertThat(json.at("/condition/result").asBoolean()).isTrue();
    assertThat(json.path("principals").valueStream().map(JsonNode::asString))
        .contains("principalSet://iam.googleapis.com/" + POOL + "/attribute.team/a");
    assertThat(json.has("bindings")).isFalse();
    assertThat(json.path("findings")).isEmpty();
  }

  @Test
  void peopleReadTheSame() throws IOException {
    write("token", token("b"));

    Result result = check();

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.out())
        .startsWith("refused: The provider's attribute condition says no" + System.lineSeparator())
        .contains("signature  not checked" + System.lineSeparator())
        .contains("google.subject = me (2 of 127 bytes)")
        .contains("condition  false: attribute.team == 'a'")
        .contains("attribute.team == \"a\" is false: attribute.team is \"b\"")
        .contains("google.condition-refused");
  }

  @Test
  void aConditionThatCannotBeEvaluatedIsAnErrorToReadAndFalseInJson() throws IOException {
    write("provider.json", PROVIDER.replace("attribute.team == 'a'", "assertion.tean == 'a'"));

    assertThat(check().out())
        .contains("condition  error: assertion.tean == 'a'")
        .contains("cannot be evaluated: there is no `tean`");
    JsonNode condition = JsonMapper.shared().readTree(check("--json").out()).path("condition");
    assertThat(condition.path("result").isBoolean()).isTrue();
    assertThat(condition.path("result").asBoolean()).isFalse();
    assertThat(condition.propertyNames()).containsExactly("expression", "result", "because");
  }

  @Test
  void theProvidersLongNameIsPrintedOnce() throws IOException {
    write("provider.json", PROVIDER.replace(", \"allowedAudiences\": [\"x\"]", ""));

    assertThat(check().out())
        .containsSubsequence(
            "    wants //iam.googleapis.com/" + POOL + "/providers/q" + System.lineSeparator(),
            "    or    the same after https:" + System.lineSeparator());
  }

  @Test
  void whatCannotBeDecidedEndsWithThree() throws IOException {
    write("provider.json", PROVIDER.replace("assertion.team\"", "string(assertion.iat)\""));

    Result result = check("--json");

    assertThat(result.exit()).isEqualTo(3);
    assertThat(JsonMapper.shared().readTree(result.out()).at("/condition/result").isNull())
        .isTrue();
  }

  @Test
  void aTokenThatIsGrantedNothingEndsWithOne() throws IOException {
    Path bindings =
        write(
            "bindings.json",
            """
            {"bindings": [{"role": "roles/storage.objectViewer", "members":
             ["principal://iam.googleapis.com/%s/providers/q/subject/me"]}]}
            """
                .formatted(POOL));

    Result result = check("--json", "--bindings", bindings.toString());

    assertThat(result.exit()).isEqualTo(1);
    JsonNode json = JsonMapper.shared().readTree(result.out());
    assertThat(json.path("verdict").asString()).isEqualTo("admitted");
    assertThat(json.at("/bindings/0/matches").asBoolean()).isFalse();
    assertThat(json.at("/findings/0/id").asString()).isEqualTo("google.binding-on-provider");
  }

  @Test
  void thatNothingIsGrantedIsInTheFirstLine() throws IOException {
    Path bindings =
        write(
            "bindings.json",
            """
            {"bindings": [{"role": "roles/storage.objectViewer", "members":
             ["principal://iam.googleapis.com/%s/subject/me"],
             "condition": {"expression": "request.time < timestamp('2020-01-01T00:00:00Z')"}}]}
            """
                .formatted(POOL));

    assertThat(check("--bindings", bindings.toString()).out())
        .startsWith(
            "admitted, and granted nothing: A grant names this principal, and its condition is"
                + " false"
                + System.lineSeparator());
  }

  @Test
  void aTokenMayBePiped() throws IOException {
    Result result =
        console
            .given(token("a"))
            .run(
                "pool",
                "check",
                "--token",
                "-",
                "--provider",
                folder.resolve("provider.json").toString());

    assertThat(result.out()).contains("google.token-stale");
    assertThat(result.exit()).isEqualTo(1);
  }

  /** Columns: what is in the file of the provider, what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"name\": ] | provider.json: it is not JSON: line 1, column 10",
        "~~ | provider.json: it is empty",
        "[] | provider.json: it is JSON, but not an object",
        "{} | provider.json: it has none of oidc, aws, saml and x509",
        "{\"oidc\": {}} | provider.json: name is not projects/NUMBER/",
        "{\"oidc\": {\"allowedAudiences\": \"x\"}, \"name\":"
            + " \"projects/1/locations/global/workloadIdentityPools/p/providers/q\"} |"
            + " oidc.issuerUri is missing",
        "{\"oidc\": 1} | provider.json: oidc is not an object",
      })
  void aProviderThatCannotBeReadIsBadInput(String text, String said) throws IOException {
    write("provider.json", text);

    Result result = check();

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains(said);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aPolicyThatCannotBeReadIsBadInput() throws IOException {
    Path bindings = write("bindings.json", "{\"bindings\": [{\"members\": [1]}]}");

    assertThat(check("--bindings", bindings.toString()).exit()).isEqualTo(2);
    assertThat(check("--jwks", bindings.toString()).exit()).isEqualTo(2);
  }

  @Test
  void standardInputIsReadOnce() {
    Result result =
        console.given(token("a")).run("pool", "check", "--token", "-", "--provider", "-");

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("only one of the files can be standard input");
  }

  @Test
  void theRequestedAudienceSaysWhichUniverseItIs() throws IOException {
    Result result = check("--json", "--audience", "//iam.apis.example/" + POOL + "/providers/q");

    assertThat(result.exit()).isZero();
    assertThat(result.out()).contains("principalSet://iam.apis.example/" + POOL + "/*");
  }
}
