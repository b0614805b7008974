package dev.crosstrust.command.credential;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.SavedRoute;
import dev.crosstrust.command.kit.Terminal;
import dev.crosstrust.command.kit.Unfinished;
import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.finding.Shell;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.road.GoogleToAwsRoad;
import dev.crosstrust.secret.Secret;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands a route's temporary credentials to another program: the one command that prints them. */
@Command(
    name = "credentials",
    description = "Print a route's temporary credentials for another program.")
public final class CredentialsCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "ROUTE")
  private String route = "";

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description =
          "To AWS: aws-process (for credential_process) or env (export lines). To Google:"
              + " google-access-token, or google-executable (the subject token for an"
              + " executable-sourced credential).")
  private String format = "";

  public CredentialsCommand(Context context) {
    this.context = context;
  }

  /**
   * What the AWS clients expect of a {@code credential_process}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html">
   *     Process credential provider</a>
   */
  private record ProcessCredentials(
      @JsonProperty("Version") int version,
      @JsonProperty("AccessKeyId") String accessKeyId,
      @JsonProperty("SecretAccessKey") String secretAccessKey,
      @JsonProperty("SessionToken") @Nullable String sessionToken,
      @JsonProperty("Expiration") @Nullable Instant expiration) {}

  @Override
  public Integer call() {
    return switch (format) {
      case "aws-process", "env" -> toAws();
      case "google-access-token", "google-executable" ->
          new GoogleCredentials(context, SavedRoute.toGoogle(context, route)).print(format);
      default ->
          throw new BadInput(
              "--format takes aws-process or env, google-access-token or google-executable, not"
                  + " \"%s\"".formatted(format));
    };
  }

  private int toAws() {
    GoogleToAws toAws = SavedRoute.toAws(context, route);
    Recorder recorder = new Recorder();
    try (GoogleToAwsRoad road = context.roads().googleToAws(recorder)) {
      return switch (road.enter(toAws)) {
        case Outcome.Done<RoleSession>(RoleSession session) -> {
          print(session.credentials());
          yield Exit.OK.code();
        }
        case Outcome<RoleSession> ended -> Unfinished.report(context, ended, recorder.legs());
      };
    }
  }

  private void print(AwsCredentials keys) {
    Terminal terminal = context.terminal();
    Secret token = keys.sessionToken();
    String revealed = token == null ? null : token.reveal();
    if (format.equals("aws-process")) {
      terminal.line(
          Json.line(
              new ProcessCredentials(
                  1,
                  keys.accessKeyId(),
                  keys.secretAccessKey().reveal(),
                  revealed,
                  keys.expiresAt())));
      return;
    }
    terminal.line("export AWS_ACCESS_KEY_ID=" + keys.accessKeyId());
    terminal.line("export AWS_SECRET_ACCESS_KEY=" + Shell.quoted(keys.secretAccessKey().reveal()));
    if (revealed != null) {
      terminal.line("export AWS_SESSION_TOKEN=" + Shell.quoted(revealed));
    }
  }
}
