package dev.crosstrust.diagnosis.aws;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parts of ARNs that commands need. */
final class Arns {
  private static final String ASSUMED = ":assumed-role/";

  private Arns() {}

  /** The name of a role, without path, from its ARN or from its session's. */
  static Optional<String> roleName(@Nullable String arn) {
    if (arn == null) {
      return Optional.empty();
    }
    int assumed = arn.indexOf(ASSUMED);
    if (assumed >= 0) {
      String rest = arn.substring(assumed + ASSUMED.length());
      int slash = rest.indexOf('/');
      return Optional.of(slash < 0 ? rest : rest.substring(0, slash));
    }
    return arn.contains(":role/")
        ? Optional.of(arn.substring(arn.lastIndexOf('/') + 1)).filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  /** Whether a session is of this very role: by name and account. */
  static boolean sameRole(@Nullable String session, @Nullable String role) {
    return session != null
        && role != null
        && session.contains(ASSUMED)
        && role.contains(":role/")
        && roleName(session).equals(roleName(role))
        && account(session).equals(account(role));
  }

  private static String account(String arn) {
    String[] parts = arn.split(":", 6);
    return parts.length < 6 ? "" : parts[4];
  }

  /** The role's name, or a word to put it in place of. */
  static String roleNameOr(@Nullable String arn) {
    return roleName(arn).orElse("ROLE");
  }
}
