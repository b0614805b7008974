package dev.crosstrust.inspect.aws;

/**
 * A role, as it is listed.
 *
 * @param path begins and ends with a slash; part of the ARN, never of the name
 */
public record RoleSummary(String arn, String name, String path) {}
