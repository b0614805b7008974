package dev.crosstrust.diagnosis;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Received;
import dev.crosstrust.evidence.Leg.Result;
import dev.crosstrust.evidence.Leg.Sent;
import dev.crosstrust.finding.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Legs as the wire writes them. */
final class Legs {
  static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private Legs() {}

  static Leg exchange(int status, String code, String message) {
    String body =
        """
        <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
          <Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error>
          <RequestId>r-1</RequestId>
        </ErrorResponse>\
        """
            .formatted(code, message);
    Sent sent =
        new Sent(
            "POST",
            "https://sts.eu-west-1.amazonaws.com/",
            Map.of("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8"),
            "Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A111122223333%3Arole%2FR"
                + "&WebIdentityToken=‹sha256:0, 9 characters›");
    return leg("exchange", "sts", "AssumeRoleWithWebIdentity", status, sent, Map.of(), body);
  }

  static Leg s3(String operation, int status, String code, String message) {
    return leg(
        "s3." + operation,
        "s3",
        operation,
        status,
        get(Map.of()),
        Map.of(),
        "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message));
  }

  static Leg google(String name, int status, String body) {
    return leg(name, "iamcredentials", "generateIdToken", status, get(Map.of()), Map.of(), body);
  }

  static Leg unanswered(String problem) {
    return new Leg(
        "exchange",
        "sts",
        "AssumeRoleWithWebIdentity",
        "https://sts.eu-west-1.amazonaws.com",
        null,
        NOW,
        5,
        null,
        Result.BROKEN,
        get(Map.of()),
        new Received(Map.of(), null, problem));
  }

  static Sent get(Map<String, String> headers) {
    return new Sent("GET", "https://service.example/", headers, null);
  }

  static Leg leg(
      String name,
      String service,
      String operation,
      int status,
      Sent sent,
      Map<String, String> headers,
      String body) {
    Result result = status < 400 ? Result.DONE : status >= 500 ? Result.BROKEN : Result.REFUSED;
    return new Leg(
        name,
        service,
        operation,
        "https://service.example",
        status,
        NOW,
        0,
        "r-1",
        result,
        sent,
        new Received(headers, body, null));
  }

  static List<Finding> diagnosed(Leg... legs) {
    return Diagnosis.of(new Evidence(List.of(legs), List.of()));
  }

  static Finding first(Leg... legs) {
    return diagnosed(legs).getFirst();
  }
}
