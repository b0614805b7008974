package dev.crosstrust.command.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.Console;
import dev.crosstrust.Console.Result;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code routes check} against both clouds of the sandbox, whole and broken. */
class RoutesCheckTest {
  private static final List<String> ADMINS =
      List.of("--admin", "aws:sandbox-admin", "--admin", "gcloud:demo-user");
  private static final String PRINCIPAL =
      "principal://iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/subject/";

  @TempDir private Path folder;
  private Sandbox sandbox;

  @AfterEach
  void stop() throws IOException {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private Console console(String... faults) throws IOException {
    sandbox =
        Sandbox.start(
            new Sandbox.Options(
                folder.resolve("home"),
                0,
                List.of(faults).stream().map(Fault::of).toList(),
                0,
                UnaryOperator.identity()),
            InstantSource.system(),
            SharedKeys.ofOneCloud());
    return new Console(new Machine(sandbox.environment(), sandbox.home()));
  }

  private static Result check(Console console, String route, List<String> more) {
    List<String> words = new ArrayList<>(List.of("routes", "check", route, "--json"));
    words.addAll(more);
    return console.run(words.toArray(String[]::new));
  }

  private static List<JsonNode> items(Result result) {
    return JsonMapper.shared().readTree(result.out()).get("items").valueStream().toList();
  }

  private static List<JsonNode> in(Result result, String state) {
    return items(result).stream().filter(it -> it.get("state").asString().equals(state)).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gke-to-s3", "lambda-to-gcs"})
  void aRouteOfTheStoriesHasAllThatItNeeds(String route) throws IOException {
    Result result = check(console(), route, ADMINS);

    assertThat(items(result))
        .hasSizeGreaterThanOrEqualTo(10)
        .allSatisfy(
            item -> {
              assertThat(item.get("state").asString()).as(item.toString()).isEqualTo("present");
              assertThat(item.get("because").asString()).isNotBlank();
              assertThat(item.get("fix")).isEmpty();
            });
    assertThat(result.exit()).isZero();
  }

  /** Columns: the fault, the route, the start of the item, why it is missing, what makes it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aud-oaud-swapped    | gke-to-s3     | The trust policy of GCPWorkloadIAMRole | Statement 1 wants accounts.google.com:aud, under StringEquals, to be sts.amazonaws.com; the token's azp is 114809731204417780391 | aws iam update-assume-role-policy --role-name GCPWorkloadIAMRole --policy-document '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Federated":"accounts.google.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"accounts.google.com:oaud":"sts.amazonaws.com","accounts.google.com:sub":"114809731204417780391"}}}]}'
          azp-email           | gke-to-s3     | The trust policy of GCPWorkloadIAMRole | under StringEquals, to be 114809731204417780391; the token's azp is poc-gcp-to-aws-sa@ | aws iam update-assume-role-policy
          case-differs        | gke-to-s3     | The trust policy of GCPWorkloadIAMRole | to be STS.amazonaws.com; the token's aud is sts.amazonaws.com | aws iam update-assume-role-policy
          wrong-audience      | gke-to-s3     | The trust policy of GCPWorkloadIAMRole | to be sts.amazonaws.com; the token's aud is sts.googleapis.com | "accounts.google.com:oaud":["sts.amazonaws.com","sts.googleapis.com"]
          shadow-provider     | gke-to-s3     | Google is known to AWS | takes the built-in provider's place | aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn arn:aws:iam::111122223333:oidc-provider/accounts.google.com --client-id 114809731204417780391
          outbound-disabled   | lambda-to-gcs | Outbound federation is on in AWS account 111122223333 | It is off | aws iam enable-outbound-web-identity-federation
          provider-disabled   | lambda-to-gcs | Provider my-aws-app exists and is enabled | It is disabled | gcloud iam workload-identity-pools providers update-oidc projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app --no-disabled
          subject-too-long    | lambda-to-gcs | The mapping makes a google.subject | LambdaOutboundSTSRole: 135 bytes | google.subject=assertion.sub.extract
          binding-on-provider | lambda-to-gcs | storage.objects.create is granted on gs://my-test-bucket | A grant names the provider; grants name its pool. | gcloud storage buckets add-iam-policy-binding gs://my-test-bucket-fc436b0fe1b7c943 --member=PRINCIPALarn:aws:iam::111122223333:role/LambdaOutboundSTSRole --role=roles/storage.objectCreator --condition=None
          binding-session-arn | lambda-to-gcs | bigquery.tables.updateData is granted on my_dataset.my_table | A grant names the ARN of a session; a JWT has that of the role. | bq add-iam-policy-binding --member=PRINCIPALarn:aws:iam::111122223333:role/LambdaOutboundSTSRole --role=roles/bigquery.dataEditor demo-product-sbx:my_dataset.my_table
          """)
  void whatAFaultTakesAwayIsMissingAndComesWithItsCommand(
      String fault, String route, String item, String because, String fix) throws IOException {
    Result result = check(console(fault), route, ADMINS);

    assertThat(result.exit()).as(result.all()).isEqualTo(1);
    assertThat(in(result, "missing"))
        .anySatisfy(
            found -> {
              assertThat(found.get("item").asString()).startsWith(item);
              assertThat(found.get("because").asString()).contains(because);
              assertThat(commands(found)).contains(fix.replace("PRINCIPAL", PRINCIPAL));
            });
  }

  private static String commands(JsonNode item) {
    return item.get("fix")
        .valueStream()
        .map(fix -> fix.path("aws").asString("") + fix.path("gcloud").asString(""))
        .collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gke-to-s3", "lambda-to-gcs"})
  void withoutAnAdministratorNothingIsMissingAndEachPieceSaysWhomToName(String route)
      throws IOException {
    Result result = check(console(), route, List.of());

    assertThat(result.exit()).isEqualTo(3);
    assertThat(in(result, "missing")).isEmpty();
    assertThat(in(result, "unknown"))
        .isNotEmpty()
        .allSatisfy(
            item ->
                assertThat(item.get("because").asString())
                    .containsAnyOf("--admin aws:PROFILE", "--admin gcloud:NAME", "not known"))
        .allSatisfy(item -> assertThat(commands(item)).as(item.toString()).isNotBlank());
  }

  @Test
  void whoMayNotReadLeavesThePieceUnknownInTheServicesWords() throws IOException {
    Result result =
        check(
            console(),
            "gke-to-s3",
            List.of("--admin", "aws:lambda-outbound", "--admin", "gcloud:demo-gke"));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(in(result, "unknown"))
        .extracting(item -> item.get("because").asString())
        .anySatisfy(
            because ->
                assertThat(because)
                    .contains(
                        "iam:GetRole answered 403: User:"
                            + " arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/lambda-outbound"
                            + " is not authorized to perform: iam:GetRole"))
        .anySatisfy(
            because ->
                assertThat(because)
                    .contains("Permission 'iam.serviceAccounts.getIamPolicy' denied on resource"))
        .anySatisfy(
            because ->
                assertThat(because).contains("Required \"container.clusters.list\" permission(s)"));
  }

  @Test
  void aConditionOnAnotherAccountKeepsTheIdentityOut() throws IOException {
    Result result = check(console("condition-refuses"), "lambda-to-gcs", ADMINS);

    assertThat(result.exit()).isEqualTo(1);
    assertThat(in(result, "missing"))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.get("because").asString())
                  .contains("aws_account == \"444455556666\" is false")
                  .endsWith("aws_account is \"111122223333\"");
              assertThat(commands(item)).contains("|| assertion.sub == ");
            });
  }

  @Test
  void aSignedRequestIsHeldAgainstItsOwnSubjectTheSession() throws IOException {
    Console console = console();
    Path route = folder.resolve("older.yaml");
    Files.writeString(
        route,
        """
        name: older
        direction: aws-to-google
        identity: aws:lambda-outbound
        token: {kind: signed-request}
        google:
          provider: projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-account
          project: demo-product-sbx
        steps:
          - {do: gcs.GetObject, target: "gs://my-test-bucket-fc436b0fe1b7c943/README.md"}
        """);
    Result result = check(console, route.toString(), ADMINS);

    assertThat(items(result))
        .extracting(item -> item.get("item").asString())
        .contains("The provider is for this AWS account")
        .noneMatch(item -> item.startsWith("Outbound federation"));
    assertThat(in(result, "missing"))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.get("because").asString())
                  .contains("names the ARN of the role; a signed request has that of the session");
              assertThat(commands(item))
                  .contains(
                      PRINCIPAL
                          + "arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/lambda-outbound");
            });
  }

  private Path changed(String route, String text, String by) throws IOException {
    Path path = folder.resolve("changed.yaml");
    Files.writeString(
        path,
        Files.readString(
                sandbox.home().resolve(".config/crosstrust/routes/%s.yaml".formatted(route)))
            .replace(text, by));
    return path;
  }

  @Test
  void whoCannotBeAskedIsOfNoAccountAndTheAdministratorsIsNotTakenForIt() throws IOException {
    Console console = console();
    Files.writeString(
        sandbox.home().resolve(".aws/config"),
        """
        [profile stale]
        region = eu-central-1
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """,
        StandardOpenOption.APPEND);
    Path route = changed("lambda-to-gcs", "aws:lambda-outbound", "aws:stale");
    Result result = check(console, route.toString(), ADMINS);

    assertThat(in(result, "missing")).isEmpty();
    assertThat(in(result, "unknown"))
        .filteredOn(item -> item.get("item").asString().matches("Outbound federation .*"))
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.get("because").asString())
                    .startsWith("The account of the identity is not known: sts:GetCallerIdentity"));
    assertThat(result.all()).doesNotContain("--issuer-uri=https");
  }

  @Test
  void anAdministratorOfAnotherUniverseIsNotAsked() throws IOException {
    Console console = console();
    Path route =
        changed("lambda-to-gcs", "  project: demo", "  universe: apis.example\n  project: demo");
    Result result = check(console, route.toString(), ADMINS);

    assertThat(in(result, "missing"))
        .extracting(item -> item.get("item").asString())
        .containsExactly("LambdaOutboundSTSRole may have a token for this audience");
    assertThat(in(result, "unknown"))
        .extracting(item -> item.get("because").asString())
        .contains(
            "gcloud:demo-user is of universe googleapis.com, the route is about apis.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gke-to-s3", "lambda-to-gcs"})
  void theHomeFolderIsATilde(String route) throws IOException {
    String because = items(check(console(), route, List.of())).getFirst().get("because").asString();

    assertThat(because).contains("~").doesNotContain(sandbox.home().toString());
  }

  @Test
  void aRouteThatGoesOnToAServiceAccountNeedsIt() throws IOException {
    Console console = console();
    Path route = folder.resolve("further.yaml");
    Files.writeString(
        route,
        Files.readString(sandbox.home().resolve(".config/crosstrust/routes/lambda-to-gcs.yaml"))
            .replace(
                "  project: demo",
                "  impersonate: poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com\n"
                    + "  project: demo")
            .replace(
                "my-second-bucket-fc436b0fe1b7c943/hello_{timestamp}.txt\", expect: denied",
                "no-such-bucket-fc436b0fe1b7c943/a\""));
    Result result = check(console, route.toString(), ADMINS);

    assertThat(in(result, "missing"))
        .extracting(item -> item.get("because").asString())
        .as("the project that the bucket says it is of")
        .anyMatch(because -> because.contains("or project 123456789012 gives it to"));
    assertThat(in(result, "missing"))
        .extracting(RoutesCheckTest::commands)
        .satisfiesExactly(
            actAs ->
                assertThat(actAs)
                    .isEqualTo(
                        "gcloud iam service-accounts add-iam-policy-binding"
                            + " projects/-/serviceAccounts/poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com"
                            + " --member="
                            + PRINCIPAL
                            + "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole"
                            + " --role=roles/iam.workloadIdentityUser --condition=None"),
            write ->
                assertThat(write)
                    .contains(
                        "gs://my-test-bucket-fc436b0fe1b7c943",
                        "--member=serviceAccount:poc-gcp-to-aws-sa@"),
            insert ->
                assertThat(insert)
                    .startsWith("bq add-iam-policy-binding --member=serviceAccount:poc-gcp"),
            bucket ->
                assertThat(bucket)
                    .startsWith(
                        "gcloud storage buckets create gs://no-such-bucket-fc436b0fe1b7c943"
                            + " --project=demo-product-sbx"));
  }

  @Test
  void peopleReadMarksReasonsAndCommands() throws IOException {
    Console console = console("outbound-disabled");
    Result result = console.run("routes", "check", "lambda-to-gcs", "--admin", "aws:sandbox-admin");

    assertThat(result.out())
        .contains(
            "[ok] AWS knows the identity",
            "[x]  Outbound federation is on in AWS account 111122223333",
            "             aws iam enable-outbound-web-identity-federation",
            "             resource \"aws_iam_outbound_web_identity_federation\" \"this\" {}",
            "[?]  Pool my-aws-app exists and is active")
        .contains("1 missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          aws:nobody                      | this machine has no identity aws:nobody
          aws:sandbox-admin aws:sandbox-admin | give --admin once for each cloud
          """)
  void anAdministratorIsNamedOnceForEachCloud(String ids, String sentence) throws IOException {
    List<String> options =
        List.of(ids.split(" ")).stream().flatMap(id -> List.of("--admin", id).stream()).toList();
    Result result = check(console(), "gke-to-s3", options);

    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains(sentence);
  }

  @Test
  void anIdentityThatIsNotHereIsMissing() throws IOException {
    Console console = console();
    Path route = folder.resolve("gone.yaml");
    Files.writeString(
        route,
        Files.readString(sandbox.home().resolve(".config/crosstrust/routes/gke-to-s3.yaml"))
            .replace("gcloud:demo-gke", "gcloud:gone"));
    Result result = check(console, route.toString(), ADMINS);

    assertThat(in(result, "missing"))
        .extracting(item -> item.get("item").asString())
        .containsExactly("Identity gcloud:gone is ready on this machine");
    assertThat(result.exit()).isEqualTo(1);
  }
}
