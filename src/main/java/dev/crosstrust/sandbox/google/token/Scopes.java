package dev.crosstrust.sandbox.google.token;

import java.util.List;
import java.util.Set;

/** OAuth scopes, by the names that matter here. */
public final class Scopes {
  public static final String CLOUD_PLATFORM = "https://www.googleapis.com/auth/cloud-platform";
  public static final String IAM = "https://www.googleapis.com/auth/iam";
  public static final String OPENID = "openid";
  public static final String EMAIL = "https://www.googleapis.com/auth/userinfo.email";

  private static final Set<String> SHORT_NAMES = Set.of(OPENID, "email", "profile");

  private Scopes() {}

  /** Splits a space-separated list, as OAuth writes it (RFC 6749 section 3.3). */
  public static List<String> parse(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
  }

  /** Whether Google could have such a scope. */
  public static boolean plausible(String scope) {
    return SHORT_NAMES.contains(scope) || scope.startsWith("https://www.googleapis.com/auth/");
  }
}
