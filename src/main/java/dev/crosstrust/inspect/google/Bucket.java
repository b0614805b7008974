package dev.crosstrust.inspect.google;

/**
 * A bucket of Cloud Storage.
 *
 * @param project the number of the project that owns it
 * @param uniform whether IAM alone decides; federated identities need that
 */
public record Bucket(String name, String project, boolean uniform) {}
