package dev.crosstrust.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    RouteDraft draft = RouteProposal.of(hints(Map.of()));
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
    assertThat(RouteProposal.impersonate(hints, "gcloud:robot")).isEqualTo(ACCOUNT);
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
    assertThat(RouteProposal.name(hints(Map.of()), "gcloud:work")).isEqualTo("work-to-aws-3");
    assertThat(RouteProposal.name(hints(Map.of()), "key:/k/My Key.json"))
        .isEqualTo("my-key-to-aws");
  }

  @Test
  void aSavedRouteSaysWhomItsIdentityActsAs() throws IOException {
    new RouteStore(home.resolve("routes")).save(Routes.gkeToS3());
    RouteHints hints = hints(Map.of());
    assertThat(RouteProposal.impersonate(hints, "gcloud:demo-gke"))
        .isEqualTo(Routes.gkeToS3().impersonate());
    assertThat(RouteProposal.impersonate(hints, "gcloud:work")).isEmpty();
  }

  @Test
  void aMachineWithoutAnythingGivesNoIdentityAndTheUsualRegion() throws IOException {
    RouteHints hints =
        RouteHints.read(
            new Machine(Map.of(), home.resolve("nobody")), new RouteStore(home.resolve("none")));
    assertThat(hints.identities()).isEmpty();
    assertThat(RouteProposal.of(hints).value(RouteKey.REGION)).isEqualTo("us-east-1");
  }

  private RouteHints hints(Map<String, String> environment) throws IOException {
    return RouteHints.read(new Machine(environment, home), new RouteStore(home.resolve("routes")));
  }

  private void write(String file, String text) throws IOException {
    Path there = home.resolve(file);
    Files.createDirectories(there.getParent());
    Files.writeString(there, text);
  }
}
