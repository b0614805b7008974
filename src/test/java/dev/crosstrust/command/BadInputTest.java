package dev.crosstrust.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.Console;
import dev.crosstrust.identity.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is given: one sentence that names the place, exit code 2, and no stack trace. */
class BadInputTest {
  // Taken apart, so that nothing in the tree looks like a token.
  private static final String TOKEN =
      String.join(".", "eyJ" + "hbGciOiJSUzI1NiJ9", "eyJzdWIiOiIxMjM0NTY3ODkwIn0", "c2lnbmF0dXJl");

  @TempDir private Path folder;
  private Console console;

  @BeforeEach
  void anEmptyMachine() throws IOException {
    Files.writeString(folder.resolve("cut.jwt"), TOKEN.substring(0, 40));
    Files.writeString(folder.resolve("empty"), "");
    Files.writeString(folder.resolve("access"), "ya29." + "a0AfH6SMBexample");
    Files.writeString(folder.resolve("quoted"), "\"" + TOKEN + "\"");
    Files.writeString(folder.resolve("good.jwt"), TOKEN);
    Files.writeString(folder.resolve("policy.json"), "{\"Statement\": []}");
    Files.writeString(folder.resolve("page.html"), "<html>sign in</html>");
    Files.write(folder.resolve("binary"), new byte[] {(byte) 0xc3, (byte) 0x28, 0, 1});
    Files.createDirectories(folder.resolve(".aws"));
    Files.writeString(
        folder.resolve(".aws/config"),
        "[profile dev]\naws_access_key_id = AKIDEXAMPLE\naws_secret_access_key = example\n");
    Path routes = Files.createDirectories(folder.resolve(".config/crosstrust/routes"));
    Files.writeString(
        routes.resolve("to-aws.yaml"),
        """
        name: to-aws
        direction: google-to-aws
        identity: gcloud-adc
        audience: sts.amazonaws.com
        aws: {region: eu-west-1, role: "arn:aws:iam::111122223333:role/R"}
        """);
    Files.writeString(
        routes.resolve("to-google.yaml"),
        """
        name: to-google
        direction: aws-to-google
        identity: aws:dev
        token: {kind: signed-request}
        google:
          provider: projects/1/locations/global/workloadIdentityPools/pool/providers/provider
        """);
    console = new Console(new Machine(Map.of(), folder));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          token decode FOLDER/missing                    | there is no file FOLDER/missing
          token decode FOLDER                            | FOLDER: Is a directory
          token decode FOLDER/empty                      | FOLDER/empty:
          token decode FOLDER/cut.jwt                    | FOLDER/cut.jwt:
          token decode FOLDER/access                     | FOLDER/access:
          token decode FOLDER/quoted                     | FOLDER/quoted:
          token decode FOLDER/binary                     | FOLDER/binary is not text in UTF-8
          token decode FOLDER/page.html                  | FOLDER/page.html:
          token decode FOLDER/good.jwt --at yesterday    | --at takes a time such as
          token decode FOLDER/good.jwt --at +1000000000-12-31T23:59:59Z | --at takes a time such as
          token decode FOLDER/good.jwt --jwks FOLDER/page.html | FOLDER/page.html
          token decode FOLDER/good.jwt --jwks http://keys.example/ | https
          token compare FOLDER/good.jwt                  | Missing required parameter
          token request --identity gcloud:nobody         | no identity gcloud:nobody
          token request --identity aws:nobody --audience a | no identity aws:nobody
          token request --identity gcloud:a --signed-request | are for AWS identities, not for gcloud:a
          token request --identity gcloud:a --duration 300 | are for AWS identities, not for gcloud:a
          token request --identity gcloud:a --duration soon | Invalid value for option
          token request --identity aws:dev --impersonate a@b | --impersonate is for Google identities
          token request --identity aws:dev               | needs --audience
          token request --identity aws:dev --audience a --algorithm none | --algorithm takes RS256 or ES384
          token request --identity aws:dev --audience a --tag t | Value for option
          token request --identity aws:dev --signed-request | a signed request is for one --audience
          token request --identity aws:dev --signed-request --audience a --tag a=b | are for JWTs
          token request --identity aws:dev --audience a --duration 59 | 60 to 3600 whole seconds
          explain FOLDER/missing                         | there is no file FOLDER/missing
          explain FOLDER/binary                          | FOLDER/binary is not text in UTF-8
          explain FOLDER/empty                           | FOLDER/empty is empty
          run nothing --sandbox                          | put --sandbox before the command
          explain FOLDER/page.html FOLDER/empty          | one argument too many
          credentials to-aws --format google-access-token | to-aws leads to AWS
          credentials to-google --format aws-process     | to-google leads to Google
          credentials to-google --format google-executable | presents a signed request
          ls s3://bucket --route to-google               | to-google leads to Google
          token request                                  | Missing required option
          trust                                          | check?
          trust check --token FOLDER/good.jwt            | Missing required option
          trust check --token FOLDER/cut.jwt --policy FOLDER/empty | FOLDER/cut.jwt:
          trust check --token FOLDER/good.jwt --policy FOLDER/empty | FOLDER/empty: the trust policy is empty
          trust check --token FOLDER/good.jwt --policy FOLDER/page.html | FOLDER/page.html: the trust policy is not JSON: it cannot be read at line 1, column
          trust check --token FOLDER/good.jwt --policy FOLDER/policy.json --providers FOLDER/page.html | FOLDER/page.html: the list of providers is not JSON
          trust check --token FOLDER/good.jwt --policy FOLDER/policy.json --providers FOLDER/policy.json | FOLDER/policy.json: provider 1 has no Url
          trust check --token FOLDER/good.jwt --policy FOLDER/policy.json --role-arn nonsense | --role-arn: nonsense is not the ARN of a role
          trust check --token FOLDER/good.jwt --policy FOLDER/policy.json --jwks FOLDER/empty | FOLDER/empty
          trust check --token FOLDER/good.jwt --policy FOLDER/policy.json --at noon | --at takes a time such as
          trust check --token - --policy -               | only one of the files can be standard input
          token                                          | request, decode or compare?
          routes show nothing                            | there is no saved route nothing
          routes export nothing --format aws-profile     | there is no saved route nothing
          routes import FOLDER/missing                   | there is no such file
          run FOLDER/page.html                           | FOLDER/page.html
          run nothing                                    | there is no saved route nothing
          ls s3://bucket --route nothing                 | there is no saved route nothing
          ls gs://bucket --route nothing                 | there is no saved route nothing
          ls gs://bucket --route to-aws                  | to-aws leads to AWS
          cp FOLDER/empty gs://bucket/ --route to-aws    | to-aws leads to AWS
          cp gs://bucket/object . --route to-aws         | to-aws leads to AWS
          cp s3://bucket/key . --route to-google         | to-google leads to Google
          cp gs://bucket/folder/ . --route to-google     | names no object
          ls bucket --route nothing                      | neither an s3:// nor a gs:// address
          cp a b --route nothing                         | one of the two is a file
          cp FOLDER/empty s3:// --route nothing          | names no bucket
          cp s3://b/k/ . --route nothing                 | names no object
          credentials nothing --format gold              | --format takes aws-process or env
          sandbox --fault nonsense                       | no fault is named nonsense
          sandbox --port 70000                           | --port takes
          sandbox --objects -1                           | --objects takes a number from 0
          tokn                                           | did you mean
          """)
  void isSaidInOneSentence(String line, String sentence) {
    Console.Result result = console.run(words(line));

    assertThat(result.err().strip().lines()).hasSize(1);
    assertThat(result.err()).contains(sentence.replace("FOLDER", folder.toString()));
    assertThat(result.err()).doesNotContain("Exception", "\tat ");
    assertThat(result.exit()).isEqualTo(2);
  }

  @Test
  void whatIsWrongWithARequestIsSaidOnce() {
    Console.Result result =
        console.run(words("token request --identity aws:dev --audience a --duration 5"));

    assertThat(result.all()).containsOnlyOnce("60 to 3600 whole seconds");
    assertThat(result.exit()).isEqualTo(2);
  }

  @Test
  void aTokenGivenAsAnArgumentIsNotRepeated() {
    for (List<String> line :
        List.of(
            List.of("token", "decode", "x", TOKEN),
            List.of(TOKEN),
            List.of("identities", "--secret", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
            List.of("token", "decode", "x", "@" + folder.resolve("good.jwt")))) {
      Console.Result result = console.run(line.toArray(String[]::new));

      assertThat(result.exit()).isEqualTo(2);
      assertThat(result.all()).doesNotContain("c2lnbmF0dXJl", "EXAMPLEKEY");
    }
  }

  @Test
  void whatAForeignTextWouldDoToATerminalIsShownInstead() throws IOException {
    String claims = "{\"iss\":\"a\\u001b[2Jb\",\"sub\":\"x\\ny\"}";
    String part =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    Path hostile = Files.writeString(folder.resolve("t"), "eyJhbGciOiJSUzI1NiJ9." + part + ".eA");

    Console.Result result = console.run("token", "decode", hostile.toString());

    assertThat(result.exit()).isZero();
    assertThat(result.out()).doesNotContain("\u001b").contains("a�[2Jb", "x�y");
  }

  private String[] words(String line) {
    return line.strip().replace("FOLDER", folder.toString()).split("\\s+", -1);
  }

  @Test
  void theVersionIsAnOptionAsWell() {
    assertThat(console.run("--version")).isEqualTo(console.run("version"));
    assertThat(console.run("--json", "--version")).isEqualTo(console.run("version", "--json"));
  }
}
