package dev.crosstrust.ui.routes;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The road that a route means to take, known before anything is asked.
 *
 * @param start who begins
 * @param calls at least these, in this order
 */
record Plan(Who start, List<Call> calls) {

  /**
   * A call that will be made.
   *
   * @param name of its leg, or what the leg's name begins with
   * @param asked what for
   */
  record Call(String name, Who who, String asked) {}

  static Plan of(Route route) {
    List<Call> calls = new ArrayList<>();
    switch (route) {
      case GoogleToAws _ -> {
        calls.add(new Call("token", Who.GOOGLE, "ID token"));
        calls.add(new Call("exchange", Who.AWS_STS, "temporary credentials"));
      }
      case AwsToGoogle _ -> {
        calls.add(new Call("token", Who.AWS_STS, "subject token"));
        calls.add(new Call("exchange", Who.GOOGLE_STS, "temporary credentials"));
      }
    }
    route.steps().forEach(step -> calls.add(call(step)));
    Cloud cloud =
        switch (route) {
          case GoogleToAws _ -> Cloud.GOOGLE;
          case AwsToGoogle _ -> Cloud.AWS;
        };
    String title = cloud == Cloud.GOOGLE ? "Google identity" : "AWS identity";
    return new Plan(new Who(title, cloud), List.copyOf(calls));
  }

  private static Call call(Step step) {
    String name = step.operation().text();
    return new Call(name, Who.of(step.operation().service()), operation(name));
  }

  /** What the leg of a step asks for: its operation. */
  static String operation(String legName) {
    return legName.substring(legName.indexOf('.') + 1);
  }

  /** What is said of an actor besides its calls. */
  static List<String> about(Route route, Who who) {
    return switch (route) {
      case GoogleToAws road -> about(road, who);
      case AwsToGoogle _ -> List.of();
    };
  }

  private static List<String> about(GoogleToAws road, Who who) {
    if (who.equals(Who.GOOGLE)) {
      return Stream.ofNullable(road.impersonate()).map("as "::concat).toList();
    }
    String role = road.aws().role();
    return who.equals(Who.AWS_STS)
        ? List.of(role.substring(role.lastIndexOf(':') + 1), road.aws().region())
        : List.of();
  }
}
