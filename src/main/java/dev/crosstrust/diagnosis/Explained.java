package dev.crosstrust.diagnosis;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a pasted text says, in the shape of the command line's JSON.
 *
 * @param service that answered, for example {@code sts}; null where the text leaves it open
 * @param operation for example {@code AssumeRoleWithWebIdentity}
 * @param status HTTP
 * @param code the service's word for the error
 * @param findings the most likely first; empty when nothing is known
 */
public record Explained(
    @Nullable String service,
    @Nullable String operation,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable Denial denial,
    List<Finding> findings) {
  public Explained {
    findings = List.copyOf(findings);
  }
}
