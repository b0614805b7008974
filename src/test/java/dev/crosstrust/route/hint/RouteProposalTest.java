package dev.crosstrust.route.hint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.file.Drafted;
import dev.crosstrust.route.file.RouteDraft;
import dev.crosstrust.route.file.RouteKey;
import dev.crosstrust.route.file.RouteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteProposalTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole";
  private static final String ACCOUNT = "worker@demo-product-sbx.iam.gserviceaccount.com";

  @TempDir private Path home;

  @BeforeEach
  void furnish() throws IOException {
    write(".config/gcloud/active_config", "work");
    write(".config/gcloud/configurations/config_work", "[core]\naccount = ada@example.com\n");
    write(
        ".config/gcloud/configurations/config_robot",
        "[core]\naccount = ada@example.com\n[auth]\nimpersonate_service_account = d@x.y,"
            + ACCOUNT);
    write(
        ".aws/config",
        """
        [default]
        region = eu-north-1
        [profile deploy]
        role_arn = arn:aws:iam::111122223333:role/Deploy
        source_profile = default
        [profile gke]
        role_arn = %s
        web_identity_token_file = token
        role_session_name = gcp-session
        region = eu-west-1
        """
            .formatted(ROLE));
  }

  @Test
  void aRouteIsFilledFromProfiles() throws IOException {
    RouteDraft draft = RouteProposal.of(hints(Map.of()), Direction.GOOGLE_TO_AWS);
    assertThat(draft.values())
        .containsEntry(RouteKey.NAME, "work-to-aws")
        .containsEntry(RouteKey.IDENTITY, "gcloud:work")
        .containsEntry(RouteKey.IMPERSONATE, "")
        .containsEntry(RouteKey.AUDIENCE, "sts.amazonaws.com")
        .containsEntry(RouteKey.ROLE, ROLE)
        .containsEntry(RouteKey.REGION, "eu-west-1")
        .containsEntry(RouteKey.SESSION, "gcp-session")
        .containsEntry(RouteKey.AWS_ACCOUNT, "111122223333");
    assertThat(draft.check()).isInstanceOf(Drafted.Good.class);
  }

  @Test
  void whoIsSetToActAsSomebodyDoes() throws IOException {
    RouteHints hints = hints(Map.of());
    assertThat(hints.accounts()).containsExactly(ACCOUNT);
    assertThat(following(hints, "gcloud:robot")).containsEntry(RouteKey.IMPERSONATE, ACCOUNT);
  }

  @Test
  void aRoleEnteredWithATokenComesBeforeOthers() throws IOException {
    assertThat(hints(Map.of()).roles())
        .extracting(RoleHint::source)
        .containsExactly("profile gke", "profile deploy");
  }

  @Test
  void theRegionInUseComesFirstAndAllOthersFollow() throws IOException {
    assertThat(hints(Map.of("AWS_REGION", "eu-central-1")).regions())
        .startsWith("eu-central-1", "eu-north-1", "eu-west-1", "us-east-1")
        .contains("ap-southeast-2")
        .doesNotHaveDuplicates();
  }

  @Test
  void aNameIsOneThatIsFreeAlsoOfFilesThatCannotBeRead() throws IOException {
    write("routes/work-to-aws.yaml", "not a route");
    write("routes/work-to-aws-2.yaml", "not a route");
    assertThat(following(hints(Map.of()), "gcloud:work"))
        .containsEntry(RouteKey.NAME, "work-to-aws-3");
    assertThat(following(hints(Map.of()), "key:/k/My Key.json"))
        .containsEntry(RouteKey.NAME, "my-key-to-aws");
  }

  @Test
  void aSavedRouteSaysWhomItsIdentityActsAs() throws IOException {
    new RouteStore(home.resolve("routes")).save(Routes.gkeToS3());
    RouteHints hints = hints(Map.of());
    assertThat(following(hints, "gcloud:demo-gke"))
        .containsEntry(RouteKey.IMPERSONATE, Routes.gkeToS3().impersonate());
    assertThat(following(hints, "gcloud:work")).containsEntry(RouteKey.IMPERSONATE, "");
  }

  @Test
  void aRouteToGoogleIsFilledFromProfilesGcloudAndFilesThatFederate() throws IOException {
    write(
        ".aws/config",
        """
        [default]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 111122223333
        sso_role_name = Builder
        """);
    write(
        ".config/gcloud/configurations/config_work",
        "[core]\naccount = ada@example.com\nproject = demo-product-sbx\n");
    write(
        ".config/gcloud/application_default_credentials.json",
        """
        {"type": "external_account", "audience": "//iam.googleapis.com/%s",
         "credential_source": {"environment_id": "aws1"}}
        """
            .formatted(Routes.lambdaToGcs().google().provider()));
    RouteDraft draft = RouteProposal.of(hints(Map.of()), Direction.AWS_TO_GOOGLE);
    assertThat(draft.values())
        .containsEntry(RouteKey.NAME, "default-to-google")
        .containsEntry(RouteKey.IDENTITY, "aws:default")
        .containsEntry(RouteKey.TOKEN_KIND, "jwt")
        .containsEntry(RouteKey.PROVIDER, Routes.lambdaToGcs().google().provider())
        .containsEntry(RouteKey.PROJECT, "demo-product-sbx")
        .containsEntry(RouteKey.GOOGLE_PROJECT, "demo-product-sbx")
        .containsEntry(RouteKey.AWS_ACCOUNT, "111122223333");
    assertThat(draft.check()).isInstanceOf(Drafted.Good.class);
  }

  @Test
  void aProviderOfAnotherUniverseKeepsIt() throws IOException {
    String provider = Routes.lambdaToGcs().google().provider();
    new RouteStore(home.resolve("routes")).save(Routes.lambdaToGcs());
    write(
        ".config/gcloud/application_default_credentials.json",
        """
        {"type": "external_account", "audience": "//iam.example-universe.goog/%s",
         "universe_domain": "example-universe.goog",
         "credential_source": {"environment_id": "aws1"}}
        """
            .formatted(provider));
    assertThat(hints(Map.of()).providers()).containsExactly(provider);
    assertThat(hints(Map.of()).audiences())
        .containsExactly(
            "//iam.googleapis.com/" + provider, "//iam.example-universe.goog/" + provider);
  }

  @Test
  void aMachineWithoutAnythingGivesNoIdentityAndTheUsualRegion() throws IOException {
    RouteHints hints =
        RouteHints.read(
            new Machine(Map.of(), home.resolve("nobody")),
            InstantSource.system(),
            new RouteStore(home.resolve("none")));
    assertThat(hints.google()).isEmpty();
    assertThat(RouteProposal.of(hints, Direction.AWS_TO_GOOGLE).values())
        .containsOnlyKeys(
            RouteKey.TOKEN_KIND, RouteKey.PROVIDER, RouteKey.PROJECT, RouteKey.GOOGLE_PROJECT);
    assertThat(RouteProposal.of(hints, Direction.GOOGLE_TO_AWS).value(RouteKey.REGION))
        .isEqualTo("us-east-1");
  }

  private RouteHints hints(Map<String, String> environment) throws IOException {
    return RouteHints.read(
        new Machine(environment, home),
        InstantSource.system(),
        new RouteStore(home.resolve("routes")));
  }

  private static Map<RouteKey, String> following(RouteHints hints, String identity) {
    return RouteProposal.following(hints, Direction.GOOGLE_TO_AWS, RouteKey.IDENTITY, identity);
  }

  private void write(String file, String text) throws IOException {
    Path there = home.resolve(file);
    Files.createDirectories(there.getParent());
    Files.writeString(there, text);
  }
}
