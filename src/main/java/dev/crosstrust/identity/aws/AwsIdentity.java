package dev.crosstrust.identity.aws;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Identity.State;
import java.util.ArrayList;
import java.util.List;

/** Somebody this machine can be at AWS, with the way to its credentials but without them. */
public record AwsIdentity(Identity shown, Means means) {

  static AwsIdentity of(String id, Means means, String source, boolean active, Standing standing) {
    return new AwsIdentity(
        new Identity(
            id,
            Cloud.AWS,
            means.kind(),
            means.principal(),
            source,
            active,
            standing.state(),
            standing.findings()),
        means);
  }

  /** What is written somewhere but not read. */
  static AwsIdentity unread(String id, String source, Finding why) {
    return of(id, new Means.Unusable(why), source, false, new Standing(State.BROKEN, List.of(why)));
  }

  /** What a variable names and no file has. */
  static AwsIdentity missing(String id, boolean active, Finding why) {
    Standing broken = new Standing(State.BROKEN, List.of(why));
    return of(id, new Means.Unusable(why), "AWS_PROFILE", active, broken);
  }

  /** The same with more findings, and perhaps another state. */
  AwsIdentity with(State state, List<Finding> more) {
    List<Finding> findings = new ArrayList<>(shown.findings());
    findings.addAll(more);
    return of(shown.id(), means, shown.source(), shown.active(), new Standing(state, findings));
  }
}
