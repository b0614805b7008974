package dev.crosstrust.sandbox.google.policy;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;

/**
 * An allow policy.
 *
 * @param revision how often it was written; 0 for one that never was
 * @see <a href="https://cloud.google.com/iam/docs/reference/rest/v1/Policy">Policy</a>
 */
public record Policy(List<Binding> bindings, long revision) {
  static final Policy EMPTY = new Policy(List.of(), 0);

  /** Version 3 is the first that knows conditions. */
  public static final int CONDITIONAL = 3;

  private static final long FIRST = 0x0700_0000_0000_0000L;

  public Policy {
    bindings = List.copyOf(bindings);
  }

  /** What a writer sends back to show that it has seen this revision. */
  public String etag() {
    byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(FIRST | revision).array();
    return revision == 0 ? "ACAB" : Base64.getEncoder().encodeToString(bytes);
  }

  /** 1, or 3 when there is a condition. */
  public int version() {
    boolean conditional = bindings.stream().anyMatch(binding -> binding.condition() != null);
    return conditional ? CONDITIONAL : 1;
  }

  Policy with(List<Binding> others) {
    return new Policy(others, revision + 1);
  }
}
