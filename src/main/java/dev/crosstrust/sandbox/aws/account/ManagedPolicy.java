package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.policy.AttachedPolicy;
import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** A policy that stands by itself and can be attached to many. */
public record ManagedPolicy(String arn, PolicyDocument document) {
  private static final String AWS_PREFIX = "arn:aws:iam::aws:policy/";
  private static final List<String> AWS_MANAGED =
      List.of("AdministratorAccess", "AmazonS3ReadOnlyAccess");

  /**
   * A policy that AWS publishes, in its published wording.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html">AWS
   *     managed policies</a>
   */
  public static ManagedPolicy ofAws(String name) {
    return findOfAws(AWS_PREFIX + name)
        .orElseThrow(() -> new IllegalArgumentException("no such policy of AWS: " + name));
  }

  static Optional<ManagedPolicy> findOfAws(String arn) {
    return AWS_MANAGED.stream()
        .filter(name -> arn.equals(AWS_PREFIX + name))
        .findFirst()
        .map(name -> new ManagedPolicy(arn, PolicyDocument.identity(read(name + ".json"))));
  }

  /** The last part of the ARN. */
  public String name() {
    return arn.substring(arn.lastIndexOf('/') + 1);
  }

  AttachedPolicy attached() {
    return AttachedPolicy.managed(arn, document);
  }

  private static String read(String resource) {
    try (InputStream in = ManagedPolicy.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not packed: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
