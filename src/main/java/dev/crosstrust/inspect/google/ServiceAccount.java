package dev.crosstrust.inspect.google;

/**
 * A service account.
 *
 * @param uniqueId the {@code sub} of its tokens
 */
public record ServiceAccount(String email, String uniqueId, boolean disabled) {}
