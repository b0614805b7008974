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
public final class Legs {
  public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private Legs() {}

  public static Leg exchange(int status, String code, String message) {
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

  public static Leg s3(String operation, int status, String code, String message) {
    return leg(
        "s3." + operation,
        "s3",
        operation,
        status,
        get(Map.of()),
        Map.of(),
        "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message));
  }

  public static Leg google(String name, int status, String body) {
    return leg(name, "iamcredentials", "generateIdToken", status, get(Map.of()), Map.of(), body);
  }

  /** A call to Cloud Storage's or BigQuery's own address. */
  public static Leg data(String name, String method, String path, int status, String body) {
    String[] words = name.split("\\.", -1);
    Sent sent =
        new Sent(
            method,
            "https://storage.googleapis.com" + path,
            Map.of("Authorization", "Bearer ‹sha256:0, 9 characters›"),
            null);
    return leg(name, words[0], words[1], status, sent, Map.of(), body);
  }

  /**
   * BigQuery's answer about rows that it did not take: the wire knows it in spite of its status.
   */
  public static Leg rowsRejected(String path, String body) {
    Leg leg = data("bigquery.InsertRow", "POST", path, 200, body);
    return new Leg(
        leg.name(),
        leg.service(),
        leg.operation(),
        leg.endpoint(),
        leg.status(),
        leg.startedAt(),
        leg.millis(),
        leg.requestId(),
        Result.REFUSED,
        leg.request(),
        leg.response());
  }

  /** The classic envelope, as both answer in it. */
  public static String classic(int status, String reason, String message) {
    return """
    {"error": {"code": %d, "message": "%s",
      "errors": [{"message": "%s", "domain": "global", "reason": "%s"}]}}\
    """
        .formatted(status, message, message, reason);
  }

  /** An exchange that went through, and what the run says of it. */
  public static Leg exchanged(String said) {
    Sent sent =
        new Sent(
            "POST",
            "https://sts.googleapis.com/v1/token",
            Map.of("Content-Type", "application/x-www-form-urlencoded"),
            "audience=%2F%2Fiam.googleapis.com%2Fprojects%2F123456789012%2Flocations%2Fglobal%2F"
                + "workloadIdentityPools%2Fmy-aws-app%2Fproviders%2Fmy-aws-app");
    Leg leg = leg("exchange", "sts", "token", 200, sent, Map.of(), "{}");
    return said.isEmpty() ? leg : leg.saying(said);
  }

  public static Leg unanswered(String problem) {
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

  public static Sent get(Map<String, String> headers) {
    return new Sent("GET", "https://service.example/", headers, null);
  }

  public static Leg leg(
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

  public static List<Finding> diagnosed(Leg... legs) {
    return Diagnosis.of(new Evidence(List.of(legs), List.of()));
  }

  public static Finding first(Leg... legs) {
    return diagnosed(legs).getFirst();
  }
}
