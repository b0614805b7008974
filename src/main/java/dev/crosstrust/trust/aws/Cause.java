package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Finding;
import java.util.List;

/**
 * Why a statement does not let the token in, in one respect.
 *
 * @param rank the smaller, the more it explains
 * @param changes that mend it, as little as possible; none where nothing honest does
 */
record Cause(int rank, Finding finding, List<Change> changes) {
  Cause {
    changes = List.copyOf(changes);
  }
}
