package dev.crosstrust.setup.google;

import dev.crosstrust.identity.google.AccountAddress;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.Forecast;
import java.util.Locale;
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
    if (other.equals(member) || !isFederated() || !other.startsWith("principal")) {
      return Optional.empty();
    }
    if (other.toLowerCase(Locale.ROOT).equals(member.toLowerCase(Locale.ROOT))) {
      return Optional.of("differs in case only");
    }
    if (!other.contains(":") || !other.contains(role(member))) {
      return Optional.empty();
    }
    if (other.contains("/providers/")) {
      return Optional.of("names the provider, and a grant names its pool");
    }
    boolean session = other.contains(":assumed-role/");
    if (session != member.contains(":assumed-role/")) {
      return Optional.of(
          session
              ? "names the ARN of a session, and a JWT has that of the role"
              : "names the ARN of the role, and a signed request has that of the session");
    }
    return Optional.of("is another principal");
  }

  /** The name of the role in an ARN: after the path, before the session. */
  private static String role(String member) {
    String subject = member.substring(member.indexOf(SUBJECT) + SUBJECT.length());
    String[] parts = subject.split("/", -1);
    return subject.contains(":assumed-role/") && parts.length > 1
        ? parts[1]
        : parts[parts.length - 1];
  }
}
