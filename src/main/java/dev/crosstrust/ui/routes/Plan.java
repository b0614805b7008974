package dev.crosstrust.ui.routes;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import dev.crosstrust.token.SubjectToken;
import java.util.ArrayList;
import java.util.List;

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
      case AwsToGoogle road -> {
        calls.add(subject(road.token().kind()));
        calls.add(new Call("exchange", Who.GOOGLE_STS, "access token"));
        if (road.google().impersonate() != null) {
          calls.add(new Call("impersonation", Who.SERVICE_ACCOUNT, "access token"));
        }
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

  private static Call subject(SubjectToken.Kind kind) {
    return switch (kind) {
      case JWT -> new Call("token", Who.AWS_STS, "JWT");
      case AWS_SIGNED_REQUEST -> new Call("token", Who.SIGNER, "signature");
    };
  }

  private static Call call(Step step) {
    String name = step.operation().text();
    return new Call(name, Who.of(step.operation().service()), operation(name));
  }

  /** What the leg of a step asks for: its operation. */
  static String operation(String legName) {
    return legName.substring(legName.indexOf('.') + 1);
  }
}
