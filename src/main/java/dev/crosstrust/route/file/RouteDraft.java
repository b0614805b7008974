package dev.crosstrust.route.file;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import dev.crosstrust.route.file.Yaml.Mapping;
import dev.crosstrust.route.file.Yaml.Place;
import dev.crosstrust.route.file.Yaml.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A route while somebody writes it, with all that may be wrong. It is read as a file is, so that a
 * form and a file are told the same sentences.
 *
 * @param values as written; what is absent or blank is not set
 */
public record RouteDraft(Direction direction, Map<RouteKey, String> values, List<DraftStep> steps) {
  /** Nothing in a draft stands anywhere; its problems are known by their paths. */
  private static final Place NOWHERE = new Place(1, 1);

  private static final Set<RouteKey> OF_A_JWT =
      Set.of(RouteKey.AUDIENCE, RouteKey.ALGORITHM, RouteKey.TOKEN_DURATION);
  private static final Set<RouteKey> NUMBERS = Set.of(RouteKey.DURATION, RouteKey.TOKEN_DURATION);

  public RouteDraft {
    values = Map.copyOf(values);
    steps = List.copyOf(steps);
  }

  /**
   * A step as it is written.
   *
   * @param target blank for none
   * @param expect null where it is left open
   */
  public record DraftStep(Operation operation, String target, @Nullable Expectation expect) {
    static DraftStep of(Step step) {
      String target = step.target() == null ? "" : step.target();
      return new DraftStep(step.operation(), target, step.expect());
    }
  }

  /** A saved route, to be changed. */
  public static RouteDraft of(Route route) {
    return new RouteDraft(
        route.direction(),
        RouteValues.of(route),
        route.steps().stream().map(DraftStep::of).toList());
  }

  /** A value without the blanks around it; empty where it is not set. */
  public String value(RouteKey key) {
    return values.getOrDefault(key, "").strip();
  }

  /** Whether a value belongs to such a route: a signed request leaves nothing to choose. */
  public boolean counts(RouteKey key) {
    boolean signedRequest =
        direction == Direction.AWS_TO_GOOGLE
            && value(RouteKey.TOKEN_KIND).equals(AwsToGoogle.TokenForm.SIGNED_REQUEST);
    return RouteKey.of(direction).contains(key) && !(signedRequest && OF_A_JWT.contains(key));
  }

  /** Whether this would be a route. */
  public Drafted check() {
    Problems problems = new Problems();
    for (RouteKey key : counting()) {
      refuseSecret(key.path(), value(key), problems);
    }
    for (int i = 0; i < steps.size(); i++) {
      refuseSecret(Drafted.Bad.path(i), steps.get(i).target(), problems);
    }
    Route route = RouteReader.route(yaml(), problems);
    return problems.none() ? new Drafted.Good(route) : new Drafted.Bad(problems.messages());
  }

  private List<RouteKey> counting() {
    return RouteKey.of(direction).stream().filter(this::counts).toList();
  }

  private static void refuseSecret(String path, String value, Problems problems) {
    try {
      SecretLines.refuseIn(value);
    } catch (UnreadableException e) {
      problems.add(path, NOWHERE, String.valueOf(e.getMessage()));
    }
  }

  private Mapping yaml() {
    Map<String, Yaml> all = new LinkedHashMap<>();
    all.put("direction", text(direction.text()));
    Map<String, Map<String, Yaml>> groups = new LinkedHashMap<>();
    for (String name : groups()) {
      groups.put(name, new LinkedHashMap<>());
    }
    for (RouteKey key : counting()) {
      String value = value(key);
      if (!value.isEmpty()) {
        int dot = key.path().indexOf('.');
        Yaml written = NUMBERS.contains(key) ? number(value) : text(value);
        Map<String, Yaml> group =
            dot < 0
                ? all
                : groups.computeIfAbsent(key.path().substring(0, dot), _ -> new LinkedHashMap<>());
        group.put(key.path().substring(dot + 1), written);
      }
    }
    groups.forEach((name, group) -> all.put(name, mapping(group)));
    all.put("steps", new Yaml.Items(steps.stream().map(RouteDraft::yaml).toList(), NOWHERE));
    return mapping(all);
  }

  /** Those that are there even when nothing is in them yet. */
  private List<String> groups() {
    return switch (direction) {
      case GOOGLE_TO_AWS -> List.of("aws");
      case AWS_TO_GOOGLE -> List.of("token", "google");
    };
  }

  private static Yaml yaml(DraftStep step) {
    Map<String, Yaml> keys = new LinkedHashMap<>();
    keys.put("do", text(step.operation().text()));
    if (!step.target().isBlank()) {
      keys.put("target", text(step.target().strip()));
    }
    if (step.expect() != null) {
      keys.put("expect", text(step.expect().name().toLowerCase(Locale.ROOT)));
    }
    return mapping(keys);
  }

  private static Mapping mapping(Map<String, Yaml> values) {
    Map<String, Place> keys = new LinkedHashMap<>();
    values.forEach((key, value) -> keys.put(key, value.place()));
    return new Mapping(values, keys, NOWHERE);
  }

  private static Yaml text(String value) {
    return new Scalar(value, Yaml.Type.TEXT, NOWHERE);
  }

  private static Yaml number(String value) {
    return new Scalar(value, Yaml.Type.NUMBER, NOWHERE);
  }
}
