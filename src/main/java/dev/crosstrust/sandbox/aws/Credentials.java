package dev.crosstrust.sandbox.aws;

import java.util.Optional;

/** The access keys this cloud knows. */
@FunctionalInterface
public interface Credentials {
  Optional<StoredCredential> find(String accessKeyId);
}
