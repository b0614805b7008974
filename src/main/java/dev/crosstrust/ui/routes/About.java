package dev.crosstrust.ui.routes;

import dev.crosstrust.exchange.aws.SigningAlgorithm;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a route says of those that it asks, in short lines. */
final class About {
  private About() {}

  /** Of one of them, besides the calls. */
  static List<String> of(Route route, Who who) {
    List<String> said =
        switch (route) {
          case GoogleToAws road -> of(road, who);
          case AwsToGoogle road -> of(road, who);
        };
    return said.isEmpty() ? places(route, who) : said;
  }

  private static List<String> of(GoogleToAws road, Who who) {
    if (who.equals(Who.GOOGLE)) {
      return Stream.ofNullable(road.impersonate()).map("as "::concat).toList();
    }
    return who.equals(Who.AWS_STS) ? List.of(road.becomes(), road.aws().region()) : List.of();
  }

  private static List<String> of(AwsToGoogle road, Who who) {
    if (who.equals(Who.AWS_STS)) {
      return List.of(
          Objects.requireNonNullElse(road.token().algorithm(), SigningAlgorithm.RS256).name());
    }
    if (who.equals(Who.SIGNER)) {
      return List.of("GetCallerIdentity");
    }
    if (who.equals(Who.GOOGLE_STS)) {
      String[] provider = road.google().provider().split("/", -1);
      return List.of("pool " + provider[5], "provider " + provider[7]);
    }
    String account = road.google().impersonate();
    return account != null && who.equals(Who.SERVICE_ACCOUNT) ? List.of(account) : List.of();
  }

  /** The buckets and tables that its steps name. */
  private static List<String> places(Route route, Who who) {
    return route.steps().stream()
        .filter(step -> Who.of(step.operation().service()).equals(who))
        .flatMap(About::place)
        .distinct()
        .toList();
  }

  private static Stream<String> place(Step step) {
    String target = step.target();
    return target == null
        ? Stream.empty()
        : Stream.of(target.replaceFirst("^(?:s3|gs)://([^/]+).*", "$1"));
  }
}
