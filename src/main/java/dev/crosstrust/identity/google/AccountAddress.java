package dev.crosstrust.identity.google;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an address says: whose it is and, a service account's, of which project.
 *
 * @see <a href="https://cloud.google.com/iam/docs/service-account-types">Types of service
 *     accounts</a>
 */
public final class AccountAddress {
  private static final String DOMAIN = "\\.gserviceaccount\\.com";

  /** Those of Google's own services are of none of one's projects. */
  private static final Pattern MADE = Pattern.compile("[^@]+@(?!gcp-sa-)([^@]+)\\.iam" + DOMAIN);

  private static final Pattern COMPUTE = Pattern.compile("(\\d+)-compute@developer" + DOMAIN);
  private static final Pattern APP_ENGINE = Pattern.compile("([^@]+)@appspot" + DOMAIN);

  private AccountAddress() {}

  /** Whether it is a service account's: others are people's, or groups'. */
  public static boolean isServiceAccount(String email) {
    return email.endsWith(".gserviceaccount.com");
  }

  /** Somebody with an address of his own, as policies name their members. */
  public static String member(String email) {
    return (isServiceAccount(email) ? "serviceAccount:" : "user:") + email;
  }

  /** The id or, of the account of Compute Engine, the number; empty where it says neither. */
  public static Optional<String> project(String email) {
    return Stream.of(MADE, COMPUTE, APP_ENGINE)
        .map(kind -> kind.matcher(email))
        .filter(Matcher::matches)
        .findFirst()
        .map(matcher -> id(matcher.group(1)));
  }

  /** The same, where it is the id. */
  public static Optional<String> projectId(String email) {
    return project(email).filter(it -> !it.matches("\\d+"));
  }

  /** Whether people make accounts with such an address; others come with a project. */
  public static boolean isMade(String email) {
    return MADE.matcher(email).matches();
  }

  /** Projects of a domain, {@code example.com:demo}, stand as {@code demo.example.com}. */
  private static String id(String written) {
    int dot = written.indexOf('.');
    return dot < 0 ? written : written.substring(dot + 1) + ":" + written.substring(0, dot);
  }
}
