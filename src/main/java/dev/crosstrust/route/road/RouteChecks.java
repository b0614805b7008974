package dev.crosstrust.route.road;

import dev.crosstrust.check.AskedProvider;
import dev.crosstrust.check.AskedRole;
import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.check.LocalChecks;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import dev.crosstrust.route.run.Checks;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.token.SubjectToken;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the check that a route's token meets at its other side. */
record RouteChecks(LocalChecks checks) implements Checks {
  @Override
  public LocalCheck of(Route route, SubjectToken token, Recorder recorder) {
    return switch (route) {
      case GoogleToAws toAws -> checks.ofTrust(asked(toAws), token, recorder);
      case AwsToGoogle toGoogle -> checks.ofPool(asked(toGoogle), token, recorder);
    };
  }

  private static AskedRole asked(GoogleToAws route) {
    GoogleToAws.Role role = route.aws();
    return new AskedRole(
        route.identity(),
        route.impersonate(),
        role.role(),
        role.region(),
        role.sessionName(),
        role.duration());
  }

  private static AskedProvider asked(AwsToGoogle route) {
    AwsToGoogle.Pool pool = route.google();
    return new AskedProvider(
        route.identity(),
        pool.provider(),
        pool.audience(),
        pool.universe(),
        pool.project(),
        pool.impersonate(),
        wanted(route).flatMap(RouteChecks::bucket).distinct().toList(),
        wanted(route).flatMap(step -> table(step, pool.project())).distinct().toList());
  }

  /** What is to be refused needs no grant. */
  private static Stream<Step> wanted(AwsToGoogle route) {
    return route.steps().stream().filter(step -> step.expect() != Expectation.DENIED);
  }

  private static Stream<String> bucket(Step step) {
    return switch (step.operation().target()) {
      case GS_OBJECT, GS_PREFIX ->
          Stream.ofNullable(StorageUri.parse(Objects.requireNonNull(step.target())).bucket());
      default -> Stream.empty();
    };
  }

  private static Stream<AskedProvider.Table> table(Step step, @Nullable String project) {
    if (step.operation().target() != Operation.Target.TABLE || project == null) {
      return Stream.empty();
    }
    TableName name = TableName.parse(Objects.requireNonNull(step.target()), project);
    return Stream.of(
        new AskedProvider.Table(name.dataset().project(), name.dataset().dataset(), name.table()));
  }
}
