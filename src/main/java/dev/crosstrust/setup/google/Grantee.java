package dev.crosstrust.setup.google;

import dev.crosstrust.identity.google.AccountAddress;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.Forecast;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom policies may name.
 *
 * @param member as a policy names exactly this one: {@code serviceAccount:…}, {@code user:…},
 *     {@code principal://…}
 * @param forecast tells which sets of a pool hold this one; null where that is not known
 * @see <a href="https://cloud.google.com/iam/docs/principal-identifiers">Principal identifiers</a>
 */
record Grantee(String member, @Nullable Forecast forecast) {
  /** Why a need of a likely grantee stays open, and what the commands for it take for granted. */
  static final String NOT_CERTAIN =
      "As whom policies name the identity is not known; the commands are for"
          + " google.subject=assertion.sub or .arn and a role without a path";

  /** Why a need stays open where nothing at all is known. */
  static final String NOT_KNOWN = "As whom policies name the identity is not known";

  private static final String SUBJECT = "/subject/";

  /** Somebody of whom no more is known. */
  Grantee(String member) {
    this(member, null);
  }

  /** Somebody with an e-mail address. */
  static Grantee account(String email) {
    return new Grantee(AccountAddress.member(email));
  }

  /**
   * A principal of a pool.
   *
   * @param pool its resource name, with the number of its project
   */
  static Grantee federated(String pool, String universe, String subject) {
    return new Grantee("principal://iam.%s/%s%s%s".formatted(universe, pool, SUBJECT, subject));
  }

  /** The same, with what its provider makes of it. */
  Grantee with(Forecast known) {
    return new Grantee(member, known);
  }

  private boolean isFederated() {
    return member.startsWith("principal://");
  }

  /** Whether a member of a policy is, or holds, this one. Who is in a group is not known here. */
  Ternary isNamedBy(String other) {
    if (other.equals(member) || other.equals("allUsers")) {
      return Ternary.YES;
    }
    if (isFederated()) {
      String set =
          member.substring(0, member.indexOf(SUBJECT)).replace("principal:", "principalSet:");
      if (other.equals(set + "/*")) {
        return Ternary.YES;
      }
      return other.startsWith(set + "/") ? isIn(other.substring(set.length() + 1)) : Ternary.NO;
    }
    if (other.equals("allAuthenticatedUsers")) {
      return Ternary.YES;
    }
    return other.startsWith("group:")
            || other.startsWith("domain:")
            || other.startsWith("principalSet://cloudresourcemanager")
        ? Ternary.UNDECIDED
        : Ternary.NO;
  }

  private Ternary isIn(String set) {
    return forecast == null ? Ternary.UNDECIDED : forecast.isIn(set);
  }

  /** Why a member that was most likely meant for this one is another; empty when it was not. */
  Optional<String> mistaken(String other) {
    return forecast == null ? Optional.empty() : forecast.mistaken(other);
  }
}
