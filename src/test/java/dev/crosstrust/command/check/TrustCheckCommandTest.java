package dev.crosstrust.command.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.Console;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The AWS side's check from the command line: a token, a policy, an answer, an exit code. */
class TrustCheckCommandTest {
  private static final String POLICY =
      """
      {"Version": "2012-10-17",
       "Statement": [{"Effect": "Allow", "Principal": {"Federated": "accounts.google.com"},
         "Action": "sts:AssumeRoleWithWebIdentity",
         "Condition": {"StringEquals": {
           "accounts.google.com:aud": "sts.amazonaws.com",
           "accounts.google.com:sub": "114809731204417780391"}}}]}
      """;

  @TempDir private Path folder;
  private Console console;

  @BeforeEach
  void aTokenAndAPolicy() throws IOException {
    Files.writeString(folder.resolve("token"), Tokens.google(Tokens.UNIQUE_ID).raw().reveal());
    Files.writeString(folder.resolve("policy"), POLICY);
    console = new Console(new Machine(Map.of(), folder));
  }

  @Test
  void aRefusalIsExplainedAndMended() {
    Console.Result result = check("--policy", file("policy"));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.out().lines())
        .startsWith("refused")
        .contains(
            "signature  unchecked: The signature was not checked.",
            "statement 1, Allow",
            "  accounts.google.com:aud   StringEquals  sts.amazonaws.com              "
                + "114809731204417780391 (azp)        mismatch",
            "  accounts.google.com:oaud  not set       -                              "
                + "sts.amazonaws.com (aud)            unchecked",
            "  aws.aud-key-reads-azp",
            "corrected policy (as many may enter)");
  }

  @Test
  void theCorrectedPolicyLetsTheTokenIn() throws IOException {
    JsonNode json = json(check("--policy", file("policy"), "--json"));
    Files.writeString(folder.resolve("better"), json.path("correctedPolicy").toString());

    Console.Result result = check("--policy", file("better"), "--json");

    assertThat(result.exit()).isZero();
    assertThat(json(result).path("verdict").asString()).isEqualTo("admitted");
  }

  @Test
  void aProvidersArnThatIsNoneIsToldAsSuch() throws IOException {
    Files.writeString(
        folder.resolve("providers"),
        "[{\"Url\":\"https://accounts.google.com\",\"ClientIDList\":[],\"Arn\":\"x\"}]");

    Console.Result result =
        check("--policy", file("policy"), "--providers", folder.resolve("providers").toString());

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("provider 1 has an Arn that is none: x");
  }

  @Test
  void theJsonIsThatOfTheContract() {
    JsonNode json = json(check("--policy", file("policy"), "--json"));

    assertThat(json.propertyNames())
        .containsExactly(
            "verdict", "provider", "signature", "statements", "findings", "correctedPolicy");
    assertThat(json.path("verdict").asString()).isEqualTo("refused");
    assertThat(json.at("/statements/0").propertyNames())
        .containsExactly("index", "effect", "principal", "action", "conditions");
    assertThat(json.at("/statements/0/conditions/0"))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {"key": "accounts.google.com:aud", "operator": "StringEquals",
                     "wants": ["sts.amazonaws.com"], "has": ["114809731204417780391"],
                     "claim": "azp", "result": "mismatch"}
                    """));
    assertThat(json.at("/findings/0/id").asString()).isEqualTo("aws.aud-key-reads-azp");
    assertThat(json.at("/provider/because").asString()).contains("the built-in one is taken");
  }

  @Test
  void whatIsNotKnownIsUndecided() throws IOException {
    Files.writeString(
        folder.resolve("token"),
        Tokens.google("a")
            .raw()
            .reveal()
            .replace(
                Tokens.google("a").jws().payloadPart(),
                Tokens.part(
                    Tokens.google("a")
                        .claims()
                        .toString()
                        .replace("https://accounts.google.com", "https://issuer.example"))));
    Files.writeString(
        folder.resolve("policy"),
        POLICY
            .replace(
                "\"accounts.google.com\"",
                "\"arn:aws:iam::111122223333:oidc-provider/issuer.example\"")
            .replace("accounts.google.com:aud\": \"sts.amazonaws.com", "issuer.example:aud\": \"a")
            .replace("accounts.google.com:sub", "issuer.example:sub"));

    Console.Result result = check("--policy", file("policy"));

    assertThat(result.out()).startsWith("undecided");
    assertThat(result.exit()).isEqualTo(3);

    Files.writeString(
        folder.resolve("providers"),
        "[{\"Url\": \"https://issuer.example\", \"ClientIDList\": [\"a\"]}]");
    Console.Result known = check("--policy", file("policy"), "--providers", file("providers"));
    assertThat(known.out()).startsWith("admitted");
    assertThat(known.exit()).isZero();

    Files.writeString(
        folder.resolve("providers"),
        "[{\"Url\": \"https://issuer.example\", \"ClientIDList\": [\"b\"]}]");
    assertThat(check("--policy", file("policy"), "--providers", file("providers")).out())
        .contains(
            "add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn"
                + " arn:aws:iam::111122223333:oidc-provider/issuer.example --client-id a");
  }

  @Test
  void whatListsTheProvidersSaysOnlyWhetherThereAreAny() throws IOException {
    Files.writeString(folder.resolve("none"), "{\"OpenIDConnectProviderList\": []}");
    Files.writeString(
        folder.resolve("some"),
        "{\"OpenIDConnectProviderList\": [{\"Arn\": \"arn:aws:iam::1:oidc-provider/a\"}]}");

    Console.Result none = check("--policy", file("policy"), "--providers", file("none"));
    Console.Result some = check("--policy", file("policy"), "--providers", file("some"));

    assertThat(none.out()).contains("no provider of the account takes its place");
    assertThat(some.exit()).isEqualTo(2);
    assertThat(some.err())
        .contains(
            "ARNs",
            "for arn in $(aws iam list-open-id-connect-providers",
            "aws iam get-open-id-connect-provider --open-id-connect-provider-arn \"$arn\"");
    assertThat(console.run("trust", "check", "--help").out().replaceAll("\\s+", " "))
        .contains("`aws iam get-open-id-connect-provider`");
  }

  @Test
  void aPolicyThatIamWouldNotStoreIsToBeShortened() throws IOException {
    String ids = "\"114809731204417780391\"" + ",\"999999999999999999999\"".repeat(400);
    Files.writeString(
        folder.resolve("policy"),
        POLICY
            .replace("\"114809731204417780391\"", "[" + ids + "]")
            .replace("accounts.google.com:aud", "accounts.google.com:oaud"));

    Console.Result result = check("--policy", file("policy"));

    assertThat(result.exit()).isZero();
    assertThat(result.out())
        .contains("aws.policy-malformed", "2048", "8192", "Shorten it, or split it");
  }

  private Console.Result check(String... options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "trust",
                "check",
                "--token",
                file("token"),
                "--at",
                Tokens.ISSUED.plusSeconds(60).toString()));
    words.addAll(List.of(options));
    return console.run(words.toArray(String[]::new));
  }

  private static JsonNode json(Console.Result result) {
    return JsonMapper.shared().readTree(result.out());
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }
}
