package dev.crosstrust.inspect.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.IamPolicy.Binding;
import dev.crosstrust.trust.google.PoolProvider;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What the readers ask, and how they understand answers that Google documents. */
class ReadersTest {
  private static final GoogleAccessToken TOKEN =
      new GoogleAccessToken(Secret.of("ya29." + "x".repeat(40)), null);
  private static final String POOL = "projects/1/locations/global/workloadIdentityPools/p";

  private final Recorder recorder = new Recorder();
  private final List<String> asked = new ArrayList<>();

  private <T> Outcome<T> reading(
      int status, String answer, BiFunction<Wire, GoogleEndpoints, Outcome<T>> work)
      throws IOException {
    try (LoopbackServer server =
            LoopbackServer.start(
                0,
                request -> {
                  String query = request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery();
                  asked.add(request.method() + " " + request.rawPath() + query);
                  return Response.of(status, "application/json", answer.replace('\'', '"'));
                });
        Wire wire = new Wire(Origins.REAL, recorder, InstantSource.system())) {
      String here = server.origin().toString();
      return work.apply(
          wire,
          new GoogleEndpoints(
              "googleapis.com",
              Map.of(
                  "iam",
                  here + "/",
                  "storage",
                  here + "/storage/v1/",
                  "bigquery",
                  here + "/bigquery/v2/",
                  "container",
                  here,
                  "serviceusage",
                  here,
                  "cloudresourcemanager",
                  here)));
    }
  }

  @Test
  void aProviderOfTokensHasAnIssuerAndMayNameAudiences() throws IOException {
    Outcome<PoolProvider> read =
        reading(
            200,
            "{'name': '%s/providers/q', 'state': 'ACTIVE', 'disabled': true, 'attributeMapping': {'google.subject': 'assertion.sub'}, 'attributeCondition': 'true', 'oidc': {'issuerUri': 'https://i.example', 'allowedAudiences': ['a', 'b']}}"
                .formatted(POOL),
            (wire, at) -> new FederationReader(wire, at, TOKEN).provider(POOL + "/providers/q"));

    assertThat(read)
        .isEqualTo(
            Outcome.done(
                new PoolProvider(
                    POOL + "/providers/q",
                    false,
                    true,
                    Map.of("google.subject", "assertion.sub"),
                    "true",
                    "https://i.example",
                    List.of("a", "b"),
                    null,
                    null)));
    assertThat(asked).containsExactly("GET /v1/" + POOL + "/providers/q");
  }

  @Test
  void aDeletedPoolIsStillThereForThirtyDays() throws IOException {
    assertThat(
            reading(
                200,
                "{'name': '%s', 'state': 'DELETED'}".formatted(POOL),
                (wire, at) -> new FederationReader(wire, at, TOKEN).pool(POOL)))
        .isEqualTo(Outcome.done(new Pool(POOL, true, false)));
  }

  @Test
  void aPolicyIsReadWithItsConditionsAndTheLegNeverShowsTheToken() throws IOException {
    Outcome<IamPolicy> read =
        reading(
            200,
            "{'version': 3, 'bindings': [{'role': 'roles/a', 'members': ['user:u@example.com'],"
                + " 'condition': {'title': 't', 'expression': 'false'}}, {'role': 'roles/b'}]}",
            (wire, at) -> new PolicyReader(wire, at, TOKEN).ofProject("p"));

    assertThat(read)
        .isEqualTo(
            Outcome.done(
                new IamPolicy(
                    List.of(
                        new Binding(
                            "roles/a",
                            List.of("user:u@example.com"),
                            new IamPolicy.Condition("false", "t", null)),
                        new Binding("roles/b", List.of(), null)))));
    assertThat(asked).containsExactly("POST /v3/projects/p:getIamPolicy");
    assertThat(recorder.legs())
        .singleElement()
        .extracting(Leg::name)
        .isEqualTo("cloudresourcemanager.projects.getIamPolicy");
    assertThat(recorder.legs().toString()).doesNotContain(TOKEN.token().reveal());
  }

  @Test
  void overridesOfGcloudMayEndWithThePathOfTheApi() throws IOException {
    reading(200, "{}", (wire, at) -> new PolicyReader(wire, at, TOKEN).ofBucket("b"));
    reading(200, "{}", (wire, at) -> new PolicyReader(wire, at, TOKEN).ofTable("p", "d", "t"));

    assertThat(asked)
        .containsExactly(
            "GET /storage/v1/b/b/iam?optionsRequestedPolicyVersion=3",
            "POST /bigquery/v2/projects/p/datasets/d/tables/t:getIamPolicy");
  }

  @Test
  void theAccessOfADatasetIsReadAsBindings() throws IOException {
    Outcome<IamPolicy> read =
        reading(
            200,
            "{'access': [{'role': 'WRITER', 'specialGroup': 'projectWriters'}, {'role': 'WRITER',"
                + " 'userByEmail': 'sa@p.iam.gserviceaccount.com'}, {'role': 'READER',"
                + " 'groupByEmail': 'g@example.com'}, {'role': 'roles/bigquery.dataEditor',"
                + " 'iamMember': 'principal://x'}, {'view': {'tableId': 'v'}}]}",
            (wire, at) -> new PolicyReader(wire, at, TOKEN).ofDataset("p", "d"));

    assertThat(read)
        .isEqualTo(
            Outcome.done(
                new IamPolicy(
                    List.of(
                        new Binding("roles/bigquery.dataEditor", List.of("projectEditor:p"), null),
                        new Binding(
                            "roles/bigquery.dataEditor",
                            List.of("serviceAccount:sa@p.iam.gserviceaccount.com"),
                            null),
                        new Binding(
                            "roles/bigquery.dataViewer", List.of("group:g@example.com"), null),
                        new Binding(
                            "roles/bigquery.dataEditor", List.of("principal://x"), null)))));
  }

  @Test
  void clustersWithoutWorkloadIdentitySaySoByLeavingItOut() throws IOException {
    assertThat(
            reading(
                200,
                "{'clusters': [{'name': 'c', 'location': 'l', 'nodePools': [{'name': 'n', 'config':"
                    + " {}}]}]}",
                (wire, at) -> new ProjectReader(wire, at, TOKEN).clusters("p")))
        .isEqualTo(
            Outcome.done(
                List.of(new Cluster("c", "l", "", List.of(new Cluster.NodePool("n", ""))))));
  }

  @Test
  void aRefusalIsInTheWordsOfTheService() throws IOException {
    Outcome<Boolean> read =
        reading(
            403,
            "{'error': {'code': 403, 'message': 'no', 'status': 'PERMISSION_DENIED'}}",
            (wire, at) -> new ProjectReader(wire, at, TOKEN).uses("p", "s.googleapis.com"));

    assertThat(read)
        .isEqualTo(
            new Refused<>(
                new Refusal("serviceusage", "services.get", 403, "PERMISSION_DENIED", "no", null)));
  }
}
