package dev.crosstrust.inspect.aws;

/**
 * A policy that says what a role may do.
 *
 * @param name of an inline policy, or the ARN of an attached one
 * @param document JSON as it was written; of an attached one its default version
 */
public record RolePolicy(String name, String document) {}
