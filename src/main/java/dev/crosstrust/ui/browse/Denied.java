package dev.crosstrust.ui.browse;

import static java.util.Objects.requireNonNullElse;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.ui.kit.Visible;
import org.jspecify.annotations.Nullable;

/**
 * Who was refused what, in words.
 *
 * @param policy the kind of policy that refused
 */
record Denied(StorageUri at, String principal, String action, String resource, String policy) {
  /** A longer text is one that has more to say than no. */
  private static final int SHORT = 40;

  private static final String NOT_SAID = "not said";

  /** What was refused at a place, as the service and what it was asked tell it. */
  static Denied of(StorageUri at, Refusal refusal, Denial said) {
    return new Denied(
        at,
        or(said.principal(), NOT_SAID),
        or(or(said.action(), said.permission()), refusal.operation()),
        or(said.resource(), at.toString()) + (said.mayNotExist() ? ", or it does not exist" : ""),
        policy(refusal, said));
  }

  private static String or(@Nullable String text, @Nullable String otherwise) {
    return Visible.text(requireNonNullElse(text, requireNonNullElse(otherwise, "")));
  }

  /** In one line. */
  String title() {
    return at.isRoot()
        ? "The buckets may not be listed, which is normal for narrow keys"
        : "%s refuses %s".formatted(at.bucket(), action);
  }

  /** What that leaves open. */
  String meaning() {
    return at.scheme() == StorageUri.Scheme.GS
        ? "Objects may still be read and written by their names. Listing is asked of the bucket,"
            + " so a grant with a condition on the names of objects never lets it through."
        : "Objects may still be read and written by their names: listing a bucket is a permission"
            + " of its own.";
  }

  /** Whether the service has kept the reason to itself. */
  boolean unexplained() {
    return policy.startsWith(NOT_SAID);
  }

  /** In one sentence, for where there is no room for lines. */
  String sentence() {
    return "%s asked for %s on %s; kind of policy: %s"
        .formatted(principal, action, resource, policy);
  }

  private static String policy(Refusal refusal, Denial said) {
    if (said.policyType() == null) {
      String message = refusal.message().strip();
      return message.isEmpty() || message.length() > SHORT
          ? NOT_SAID
          : "%s: the answer is only \"%s\"".formatted(NOT_SAID, Visible.text(message));
    }
    String kind = said.policyType().text();
    if (said.explicit() == null) {
      return kind;
    }
    return said.explicit() ? kind + ": an explicit Deny" : kind + ": nothing allows it";
  }
}
