package dev.crosstrust.inspect.aws;

import java.time.Duration;

/**
 * A role and whom it trusts.
 *
 * @param trustPolicy the policy document, JSON as it was written
 * @param longestSession the longest that a session may last
 */
public record RoleDetail(RoleSummary role, String trustPolicy, Duration longestSession) {}
