package dev.crosstrust.clients;

import dev.crosstrust.agreement.MadeFindings;
import dev.crosstrust.diagnosis.Explain;
import dev.crosstrust.diagnosis.PublishedAnswers;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.HelpPage;
import dev.crosstrust.finding.HelpPages;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.TestHome;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.route.cli.CallAsCommand;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.road.Roads;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.sandbox.Fault;
import dev.crosstrust.sandbox.Sandbox;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.setup.Admins;
import dev.crosstrust.setup.SetupCheck;
import dev.crosstrust.surroundings.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every command that is printed about what the tests know to be wrong. */
final class PrintedCommands {
  private static final List<String> ROUTES = List.of("gke-to-s3", "lambda-to-gcs");
  private static final int MADE_PAIRS = 300;
  private static final Pattern OF_A_PROGRAM = Pattern.compile("(?s).*\\b(aws|gcloud|bq) .*");
  private static final Pattern IN_A_PAGE = Pattern.compile("`((?:aws|gcloud|bq) [^`]+)`");

  /** With these nothing is answered, which takes a minute each. */
  private static final Set<Fault> SILENT = EnumSet.of(Fault.SLOW, Fault.RESET);

  private final Path folder;
  private final Set<String> commands = new TreeSet<>();

  private PrintedCommands(Path folder) {
    this.folder = folder;
  }

  /**
   * All of them, each once.
   *
   * @param folder to work in
   */
  static Set<String> all(Path folder) throws IOException {
    PrintedCommands printed = new PrintedCommands(folder);
    HelpPages.all().forEach(printed::page);
    PublishedAnswers.all().forEach(it -> printed.findings(Explain.text(it.text()).findings()));
    printed.findings(MadeFindings.of(MADE_PAIRS).toList());
    printed.identities();
    for (Fault fault : EnumSet.complementOf(EnumSet.copyOf(SILENT))) {
      printed.roads(fault);
    }
    return printed.commands;
  }

  private void page(HelpPage page) {
    Stream.of(Stream.of(page.what()), page.signs().stream(), page.causes().stream())
        .flatMap(it -> it)
        .forEach(this::sentence);
    page.todo().forEach(this::sentence);
  }

  private void sentence(String text) {
    IN_A_PAGE.matcher(text).results().map(match -> match.group(1)).forEach(commands::add);
  }

  private void findings(List<Finding> findings) {
    findings.forEach(finding -> fixes(finding.fix()));
  }

  private void fixes(List<Fix> fixes) {
    fixes.stream()
        .flatMap(fix -> Stream.of(fix.aws(), fix.gcloud()))
        .filter(Objects::nonNull)
        .forEach(commands::add);
  }

  private void identities() {
    Machine machine =
        new TestHome(folder.resolve("people"))
            .config(
                """
                [profile reader]
                sso_session = corp
                sso_account_id = 111122223333
                sso_role_name = Reader
                [sso-session corp]
                sso_region = eu-west-1
                sso_start_url = https://example.awsapps.com/start
                [profile console]
                login_session = arn:aws:iam::111122223333:user/me
                [profile mfa]
                role_arn = arn:aws:iam::111122223333:role/R
                source_profile = reader
                mfa_serial = arn:aws:iam::111122223333:mfa/me
                """)
            .file(
                ".config/gcloud/configurations/config_work",
                """
                [core]
                account = ada@example.com
                [auth]
                credential_file_override = /no/such/key.json
                impersonate_service_account = worker@demo-product-sbx.iam.gserviceaccount.com
                """)
            .file(
                ".config/gcloud/configurations/config_home", "[core]\naccount = ada@example.com\n")
            .file(".config/gcloud/active_config", "gone")
            .machine();
    new AwsIdentities(machine, InstantSource.system())
        .all()
        .forEach(it -> findings(it.shown().findings()));
    new GoogleIdentities(machine).all().forEach(it -> findings(it.shown().findings()));
  }

  /** Both roads with a fault: what a run and a check of what must exist say. */
  private void roads(Fault fault) throws IOException {
    try (Sandbox sandbox =
        Sandbox.start(
            new Sandbox.Options(
                folder.resolve(fault.name()), 0, List.of(fault), 0, UnaryOperator.identity()),
            InstantSource.system(),
            SharedKeys.ofOneCloud())) {
      Machine machine = new Machine(sandbox.environment(), sandbox.home());
      Surroundings here = Surroundings.of(machine, InstantSource.system());
      Roads roads = here.roads();
      List<String> names = new ArrayList<>(ROUTES);
      if (fault == Fault.LIST_UNDER_CONDITION) {
        names.addAll(nowhere(here.routes()));
      }
      for (String name : names) {
        Loaded.Good loaded = (Loaded.Good) new RouteStore(here.routes()).load(name);
        Run run = roads.runner(roads.checks()).run(loaded.route(), _ -> {});
        findings(run.findings());
        run.legs().stream()
            .map(CallAsCommand::of)
            .filter(it -> OF_A_PROGRAM.matcher(it).matches())
            .forEach(commands::add);
        setup(here, loaded, admins(machine));
        if (fault == Fault.LIST_UNDER_CONDITION) {
          setup(here, loaded, Admins.NOBODY);
        }
      }
    }
  }

  private void setup(Surroundings here, Loaded.Good loaded, Admins admins) {
    new SetupCheck(here.machine(), here.origins(), here.clock())
        .check(loaded.route(), admins, new Recorder(), _ -> {})
        .forEach(item -> fixes(item.fix()));
  }

  private static Admins admins(Machine machine) {
    return new Admins(
        new AwsIdentities(machine, InstantSource.system()).find("aws:sandbox-admin").orElseThrow(),
        new GoogleIdentities(machine).find("gcloud:demo-user").orElseThrow());
  }

  /** Routes on which nothing is there. */
  private static List<String> nowhere(Path routes) throws IOException {
    for (String name : ROUTES) {
      Files.writeString(
          routes.resolve("no-" + name + ".yaml"),
          Files.readString(routes.resolve(name + ".yaml"))
              .replace("name: ", "name: no-")
              .replace("impersonate: null", "impersonate: nobody@none.iam.gserviceaccount.com")
              .replace("poc-gcp-to-aws-sa", "nobody")
              .replace("GCPWorkloadIAMRole", "NoSuchRole")
              .replace("my-aws-app", "no-such-app")
              .replace("-bucket-", "-no-bucket-")
              .replace("my_table", "no_table"));
    }
    return ROUTES.stream().map(name -> "no-" + name).toList();
  }
}
