package dev.crosstrust.sandbox.aws.policy;

import java.util.List;

/**
 * A policy as stored: the text as it was written, and the statements it consists of.
 *
 * @param text the JSON, to the letter
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">
 *     Grammar of the IAM JSON policy language</a>
 */
public record PolicyDocument(String text, List<Statement> statements) {
  /** What a policy is attached to, which decides the elements it needs. */
  public enum Kind {
    /** Attached to an identity or given with a session: resources, no principal. */
    IDENTITY,
    /** A role's trust policy: principals, no resources. */
    TRUST,
    /** Attached to a resource: both. */
    RESOURCE
  }

  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a policy for identities, for sessions or for a permissions boundary.
   *
   * @throws MalformedPolicyException when it is none
   */
  public static PolicyDocument identity(String json) {
    return PolicyParser.parse(json, Kind.IDENTITY);
  }

  /**
   * Reads a role's trust policy.
   *
   * @throws MalformedPolicyException when it is none
   */
  public static PolicyDocument trust(String json) {
    return PolicyParser.parse(json, Kind.TRUST);
  }

  /**
   * Reads a role's trust policy that is about to be written: more is demanded of it than of one
   * that is there.
   *
   * @throws MalformedPolicyException when IAM would not take it
   */
  public static PolicyDocument writtenTrust(String json) {
    PolicyDocument trust = trust(json);
    SharedProviders.check(trust);
    return trust;
  }

  /**
   * Reads a policy that hangs on a resource, for example on a bucket.
   *
   * @throws MalformedPolicyException when it is none
   */
  public static PolicyDocument resource(String json) {
    return PolicyParser.parse(json, Kind.RESOURCE);
  }

  @Override
  public String toString() {
    return text;
  }
}
