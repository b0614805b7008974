package dev.crosstrust.route.file;

import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The single values of a route as somebody would write them. */
final class RouteValues {
  private final Map<RouteKey, String> values = new EnumMap<>(RouteKey.class);

  private RouteValues() {}

  /** Only what is set. */
  static Map<RouteKey, String> of(Route route) {
    RouteValues written = new RouteValues();
    written.put(RouteKey.NAME, route.name());
    written.put(RouteKey.IDENTITY, route.identity());
    switch (route) {
      case GoogleToAws road -> written.googleToAws(road);
      case AwsToGoogle road -> written.awsToGoogle(road);
    }
    written.put(RouteKey.AWS_ACCOUNT, route.expect().awsAccount());
    written.put(RouteKey.GOOGLE_PROJECT, route.expect().googleProject());
    return written.values;
  }

  private void googleToAws(GoogleToAws route) {
    put(RouteKey.IMPERSONATE, route.impersonate());
    put(RouteKey.AUDIENCE, route.audience());
    put(RouteKey.ROLE, route.aws().role());
    put(RouteKey.REGION, route.aws().region());
    put(RouteKey.SESSION, route.aws().session());
    put(RouteKey.DURATION, seconds(route.aws().duration()));
  }

  private void awsToGoogle(AwsToGoogle route) {
    AwsToGoogle.TokenForm token = route.token();
    put(RouteKey.TOKEN_KIND, token.word());
    put(RouteKey.AUDIENCE, route.audience());
    put(RouteKey.ALGORITHM, token.algorithm() == null ? null : token.algorithm().name());
    put(RouteKey.TOKEN_DURATION, seconds(token.duration()));
    AwsToGoogle.Pool google = route.google();
    put(RouteKey.PROVIDER, google.provider());
    put(RouteKey.PROJECT, google.project());
    put(RouteKey.SERVICE_ACCOUNT, google.impersonate());
    boolean usual = google.universe().equals(GoogleEndpoints.DEFAULT_UNIVERSE);
    put(RouteKey.UNIVERSE, usual ? null : google.universe());
  }

  private static @Nullable String seconds(@Nullable Duration duration) {
    return duration == null ? null : "" + duration.toSeconds();
  }

  private void put(RouteKey key, @Nullable String value) {
    if (value != null) {
      values.put(key, value);
    }
  }
}
