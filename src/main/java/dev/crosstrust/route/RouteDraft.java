package dev.crosstrust.route;

import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.route.Yaml.Mapping;
import dev.crosstrust.route.Yaml.Place;
import dev.crosstrust.route.Yaml.Scalar;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A route from Google to AWS while somebody writes it, with all that may be wrong. It is read as a
 * file is, so that a form and a file are told the same sentences.
 *
 * @param values as written; what is absent or blank is not set
 */
public record RouteDraft(Map<RouteKey, String> values, List<DraftStep> steps) {
  /** Nothing in a draft stands anywhere; its problems are known by their paths. */
  private static final Place NOWHERE = new Place(1, 1);

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
  public record DraftStep(Operation operation, String target, @Nullable Expectation expect) {}

  /** A saved route, to be changed. */
  public static RouteDraft of(GoogleToAws route) {
    Map<RouteKey, String> values = new EnumMap<>(RouteKey.class);
    put(values, RouteKey.NAME, route.name());
    put(values, RouteKey.IDENTITY, route.identity());
    put(values, RouteKey.IMPERSONATE, route.impersonate());
    put(values, RouteKey.AUDIENCE, route.audience());
    GoogleToAws.Role role = route.aws();
    put(values, RouteKey.ROLE, role.role());
    put(values, RouteKey.REGION, role.region());
    put(values, RouteKey.SESSION, role.session());
    put(
        values,
        RouteKey.DURATION,
        role.duration() == null ? null : "" + role.duration().toSeconds());
    put(values, RouteKey.AWS_ACCOUNT, route.expect().awsAccount());
    List<DraftStep> steps = new ArrayList<>();
    for (Step step : route.steps()) {
      String target = step.target() == null ? "" : step.target();
      steps.add(new DraftStep(step.operation(), target, step.expect()));
    }
    return new RouteDraft(values, steps);
  }

  private static void put(Map<RouteKey, String> values, RouteKey key, @Nullable String value) {
    if (value != null) {
      values.put(key, value);
    }
  }

  /** A value without the blanks around it; empty where it is not set. */
  public String value(RouteKey key) {
    return values.getOrDefault(key, "").strip();
  }

  /** Whether this would be a route. */
  public Drafted check() {
    Problems problems = new Problems();
    for (RouteKey key : RouteKey.values()) {
      refuseSecret(key.path(), value(key), problems);
    }
    for (int i = 0; i < steps.size(); i++) {
      refuseSecret(Drafted.Bad.path(i), steps.get(i).target(), problems);
    }
    Route route = RouteReader.route(yaml(), problems);
    return problems.none() ? new Drafted.Good(route) : new Drafted.Bad(problems.messages());
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
    all.put("direction", text(Direction.GOOGLE_TO_AWS.text()));
    Map<String, Map<String, Yaml>> groups = new LinkedHashMap<>();
    groups.put("aws", new LinkedHashMap<>());
    for (RouteKey key : RouteKey.values()) {
      String value = value(key);
      if (!value.isEmpty()) {
        int dot = key.path().indexOf('.');
        Yaml written = key == RouteKey.DURATION ? number(value) : text(value);
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
