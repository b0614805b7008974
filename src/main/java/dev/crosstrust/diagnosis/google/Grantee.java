package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.identity.google.AccountAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom a grant is to name.
 *
 * @param member as policies write it, or with a word to be replaced
 * @param note what is to be put in place of that word; empty when nothing is
 */
record Grantee(String member, String note) {
  private static final String EVERYBODY = "/*";

  /** Whom the run's evidence names, or the answer itself. */
  static Grantee of(Symptom symptom, @Nullable String named) {
    Optional<String> known = symptom.around().principal();
    if (named != null && named.contains("@")) {
      return new Grantee(AccountAddress.member(named), "");
    }
    if (known.isEmpty()) {
      return new Grantee(
          "MEMBER",
          "; MEMBER is not known here: write principal://…/subject/… or a service account");
    }
    String principal = known.get();
    return principal.endsWith(EVERYBODY)
        ? new Grantee(
            "principal://"
                + principal.substring(
                    "principalSet://".length(), principal.length() - EVERYBODY.length())
                + "/subject/SUBJECT",
            "; in place of SUBJECT comes what the provider maps to google.subject")
        : new Grantee(principal, "");
  }
}
