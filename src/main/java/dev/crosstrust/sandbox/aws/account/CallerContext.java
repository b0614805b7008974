package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.policy.RequestContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The condition keys that follow from the caller and the clock, with those of one request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">
 *     Global condition context keys</a>
 */
public final class CallerContext {
  private CallerContext() {}

  static RequestContext of(
      Caller caller,
      Optional<Session> session,
      Optional<Role> role,
      Instant now,
      Map<String, List<String>> more) {
    Map<String, List<String>> keys = new LinkedHashMap<>(more);
    keys.putAll(ofEveryRequest(now));
    keys.put("aws:PrincipalAccount", List.of(caller.account()));
    keys.put("aws:userid", List.of(caller.userId()));
    keys.put("aws:PrincipalArn", List.of(role.map(Role::arn).orElse(caller.arn())));
    keys.put("aws:PrincipalType", List.of(session.isPresent() ? "AssumedRole" : "User"));
    if (session.isPresent()) {
      keys.put("aws:TokenIssueTime", List.of(session.get().issued().toString()));
      keys.putAll(session.get().grant().context());
    } else {
      keys.put("aws:username", List.of(caller.arn().substring(caller.arn().lastIndexOf('/') + 1)));
    }
    return new RequestContext(keys);
  }

  /** The keys that even an unsigned request has. Loopback stands for the real, encrypted way. */
  public static Map<String, List<String>> ofEveryRequest(Instant now) {
    Instant seconds = now.truncatedTo(ChronoUnit.SECONDS);
    return Map.of(
        "aws:CurrentTime", List.of(seconds.toString()),
        "aws:EpochTime", List.of(Long.toString(seconds.getEpochSecond())),
        "aws:SecureTransport", List.of("true"),
        "aws:SourceIp", List.of("127.0.0.1"),
        "aws:ViaAWSService", List.of("false"),
        "aws:PrincipalIsAWSService", List.of("false"));
  }
}
