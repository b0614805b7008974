package dev.crosstrust.route.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.exchange.aws.RoleSession;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Routes;
import dev.crosstrust.route.Step;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.SubjectToken;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RouteRunnerTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z"));

  private final List<String> targets = new ArrayList<>();
  private boolean closed;

  @AfterEach
  void forgetTheInterruption() {
    Thread.interrupted();
  }

  @Test
  void interruptingEndsTheRunWithWhatItHas() {
    Run run =
        run(
            Routes.gkeToS3(),
            new Stages() {
              @Override
              public Outcome<String> step(GoogleToAws route, Step step, AwsCredentials keys) {
                Thread.currentThread().interrupt();
                return super.step(route, step, keys);
              }
            });
    assertThat(run.outcome()).isEqualTo(Run.State.CANCELLED);
    assertThat(targets).hasSize(1);
    assertThat(run.credentials()).isNotNull();
    assertThat(closed).isTrue();
  }

  @Test
  void aCallThatWasCancelledEndsTheRunToo() {
    Run run =
        run(
            Routes.gkeToS3(),
            new Stages() {
              @Override
              public Outcome<SubjectToken> token(GoogleToAws route) {
                return Outcome.broken(Kind.CANCELLED, "cancelled");
              }
            });
    assertThat(run.outcome()).isEqualTo(Run.State.CANCELLED);
    assertThat(run.findings()).isEmpty();
    assertThat(targets).isEmpty();
  }

  @Test
  void whatIsWrongWithTheIdentityIsToldWhereNoCallCouldBeMade() {
    Finding missing = Finding.error("google.adc-missing", "There are no default credentials");
    Run run =
        run(
            Routes.gkeToS3(),
            new Stages() {
              @Override
              public Outcome<Identity> identity(GoogleToAws route) {
                return Outcome.done(shown(List.of(missing)));
              }

              @Override
              public Outcome<SubjectToken> token(GoogleToAws route) {
                return Outcome.broken(Kind.LOCAL, "no credentials");
              }
            });
    assertThat(run.outcome()).isEqualTo(Run.State.BROKEN);
    assertThat(run.findings()).startsWith(missing);
  }

  @Test
  void whatTheIdentitySaysIsNotSaidAgainAndErrorsStandFirst() {
    Finding odd = Finding.info("google.odd", "Something is odd");
    Finding missing = Finding.error("google.adc-missing", "There are no default credentials");
    Run run =
        run(
            Routes.gkeToS3(),
            new Stages() {
              @Override
              public Outcome<Identity> identity(GoogleToAws route) {
                return Outcome.done(shown(List.of(odd, missing)));
              }

              @Override
              public Outcome<SubjectToken> token(GoogleToAws route) {
                return Outcome.broken(Kind.NEEDS_SIGN_IN, missing.title());
              }
            });
    assertThat(run.findings()).containsExactly(missing, odd);
  }

  @Test
  void theTimeOfTheRunStandsInATarget() {
    String yaml =
        Routes.GKE_TO_S3.replace(
            "s3.ListBuckets", "s3.PutObject, target: \"s3://bucket/a_{timestamp}\"");
    run((GoogleToAws) Routes.route(yaml), new Stages());
    assertThat(targets).first().isEqualTo("s3://bucket/a_20261121T120000Z");
  }

  private Run run(Route route, Stages stages) {
    return new RouteRunner(_ -> stages, RouteRunnerTest::otherWay, CLOCK).run(route, _ -> {});
  }

  private static AwsToGoogleStages otherWay(Recorder recorder) {
    throw new AssertionError("the route leads to AWS");
  }

  private static Identity shown(List<Finding> findings) {
    return new Identity(
        "gcloud:demo-gke",
        Cloud.GOOGLE,
        "user",
        null,
        "file",
        true,
        Identity.State.READY,
        findings);
  }

  /** A road on which everything goes through and nothing is called. */
  private class Stages implements GoogleToAwsStages {
    @Override
    public Outcome<Identity> identity(GoogleToAws route) {
      return Outcome.done(shown(List.of()));
    }

    @Override
    public Outcome<SubjectToken> token(GoogleToAws route) {
      return Outcome.done(SubjectToken.jwt("a.b.c"));
    }

    @Override
    public Outcome<RoleSession> exchange(GoogleToAws route, SubjectToken token) {
      AwsCredentials keys = new AwsCredentials("ASIA", Secret.of("s"), Secret.of("t"), null);
      return Outcome.done(
          new RoleSession(
              keys,
              "arn:aws:sts::111122223333:assumed-role/R/s",
              "111122223333",
              null,
              null,
              null));
    }

    @Override
    public Outcome<String> step(GoogleToAws route, Step step, AwsCredentials keys) {
      targets.add(String.valueOf(step.target()));
      return Outcome.done("");
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
