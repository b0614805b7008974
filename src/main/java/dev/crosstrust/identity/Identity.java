package dev.crosstrust.identity;

import dev.crosstrust.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody this machine can be, as it is listed: what it is, where it was found, what is wrong.
 *
 * @param id stable: {@code gcloud:NAME}, {@code gcloud-adc}, {@code key:FILE}, {@code aws:PROFILE},
 *     {@code aws-env}
 * @param kind for people and scripts, for example {@code service-account-key} or {@code sso}
 * @param principal whom it stands for, as far as the files say
 * @param source the file or variable it was read from
 * @param active whether the cloud's own command line would use it now
 */
public record Identity(
    String id,
    Cloud cloud,
    String kind,
    @Nullable String principal,
    String source,
    boolean active,
    State state,
    List<Finding> findings) {
  public Identity {
    findings = List.copyOf(findings);
  }

  /** Whether a token can be had from it now, as far as files tell. */
  public enum State {
    READY,
    NEEDS_SIGN_IN,
    BROKEN,
    UNKNOWN
  }
}
