package dev.crosstrust.denial;

import java.util.Optional;

/**
 * The kinds of policy that AWS names when it refuses, by the words of <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">its error
 * messages</a>.
 */
public enum PolicyType {
  IDENTITY_BASED("identity-based", "identity-based polic"),
  RESOURCE_BASED("resource-based", "resource-based polic"),
  PERMISSIONS_BOUNDARY("permissions-boundary", "permissions boundar"),
  SESSION("session", "session polic"),
  SERVICE_CONTROL("service-control", "service control polic"),
  RESOURCE_CONTROL("resource-control", "resource control polic"),
  VPC_ENDPOINT("vpc-endpoint", "VPC endpoint polic"),
  ROLE_TRUST("role-trust", "role trust polic"),
  PUBLIC_ACCESS_BLOCK("public-access-block", "S3 Block Public Access");

  private final String text;
  private final String words;

  PolicyType(String text, String words) {
    this.text = text;
    this.words = words;
  }

  /** The name in JSON, for example {@code service-control}. */
  public String text() {
    return text;
  }

  /** The kind that a message's words begin with; AWS once writes "sessions policy". */
  static Optional<PolicyType> of(String words) {
    String said = words.replace("sessions polic", "session polic");
    for (PolicyType type : values()) {
      if (said.regionMatches(true, 0, type.words, 0, type.words.length())) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }
}
