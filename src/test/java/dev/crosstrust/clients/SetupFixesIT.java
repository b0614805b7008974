package dev.crosstrust.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.clients.Client.Result;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.setup.Admins;
import dev.crosstrust.setup.SetupCheck;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that a check of a route prints, run by the real programs: they mend what it found.
 */
class SetupFixesIT {
  @TempDir private Path folder;
  private Sandbox sandbox;
  private Client admin;

  private void start(Fault... faults) throws IOException {
    sandbox =
        Sandbox.start(
            new Sandbox.Options(
                folder.resolve("home"), 0, List.of(faults), 0, UnaryOperator.identity()),
            InstantSource.system(),
            SharedKeys.ofOneCloud());
    admin =
        new Client(folder, sandbox.environment())
            .with(
                Map.of("AWS_PROFILE", "sandbox-admin", "CLOUDSDK_ACTIVE_CONFIG_NAME", "demo-user"));
  }

  @AfterEach
  void stop() throws IOException {
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private List<SetupItem> check(String name) throws IOException {
    Machine machine = new Machine(sandbox.environment(), sandbox.home());
    return check(
        name,
        new Admins(
            new AwsIdentities(machine, InstantSource.system())
                .find("aws:sandbox-admin")
                .orElseThrow(),
            new GoogleIdentities(machine).find("gcloud:demo-user").orElseThrow()));
  }

  private List<SetupItem> check(String name, Admins admins) throws IOException {
    Machine machine = new Machine(sandbox.environment(), sandbox.home());
    Surroundings here = Surroundings.of(machine, InstantSource.system());
    Loaded.Good loaded = (Loaded.Good) new RouteStore(here.routes()).load(name);
    return new SetupCheck(machine, here.origins(), here.clock())
        .check(loaded.route(), admins, new Recorder(), _ -> {});
  }

  private List<SetupItem> missing(String route) throws IOException {
    return check(route).stream().filter(item -> item.state() == State.MISSING).toList();
  }

  private void mend(String command) {
    Result result = admin.run("sh", "-c", command);
    assertThat(result.exit()).as("%s%n%s", command, result.all()).isZero();
  }

  @Test
  void awsSwitchesOutboundFederationOn() throws IOException {
    Client.needs("aws");
    start(Fault.OUTBOUND_DISABLED);
    List<SetupItem> missing = missing("lambda-to-gcs");
    assertThat(missing).hasSize(1);

    mend(missing.getFirst().fix().getFirst().aws());

    assertThat(check("lambda-to-gcs")).extracting(SetupItem::state).containsOnly(State.PRESENT);
  }

  @Test
  void gcloudAndBqGrantWhatTheStepsNeed() throws IOException {
    Client.needs("gcloud");
    Client.needs("bq");
    start(Fault.BINDING_ON_PROVIDER);
    // Of gcloud's settings bq takes the endpoint, and adds the path that is in it already.
    Files.writeString(
        folder.resolve(".bigqueryrc"), "api = %s%n".formatted(sandbox.endpoints().get("google")));
    List<SetupItem> missing = missing("lambda-to-gcs");
    assertThat(missing).hasSize(2);

    missing.forEach(item -> mend(item.fix().getFirst().gcloud()));

    assertThat(check("lambda-to-gcs")).extracting(SetupItem::state).containsOnly(State.PRESENT);
  }

  @Test
  void gcloudSwitchesTheApiOnAndLetsTheRunnerHaveTokens() throws IOException {
    Client.needs("gcloud");
    start();
    mend(
        "gcloud services disable iamcredentials.googleapis.com --project=demo-product-sbx --quiet");
    mend(
        "gcloud iam service-accounts remove-iam-policy-binding"
            + " poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com"
            + " --role=roles/iam.serviceAccountTokenCreator"
            + " --member=serviceAccount:poc-runner@demo-product-sbx.iam.gserviceaccount.com");
    List<SetupItem> missing = missing("gke-to-s3");
    assertThat(missing).hasSize(2);

    missing.forEach(item -> mend(item.fix().getFirst().gcloud()));

    assertThat(check("gke-to-s3")).extracting(SetupItem::state).containsOnly(State.PRESENT);
  }

  @Test
  void gcloudShowsAProviderThatWasNotRead() throws IOException {
    Client.needs("gcloud");
    start();
    String look =
        check("lambda-to-gcs", Admins.NOBODY).stream()
            .flatMap(item -> item.fix().stream())
            .map(fix -> String.valueOf(fix.gcloud()))
            .filter(command -> command.contains("providers describe"))
            .findFirst()
            .orElseThrow();

    mend(look);
  }
}
