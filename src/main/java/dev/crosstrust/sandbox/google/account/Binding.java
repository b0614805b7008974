package dev.crosstrust.sandbox.google.account;

/**
 * One line of an allow policy.
 *
 * @param role for example {@code roles/iam.serviceAccountTokenCreator}
 * @param member for example {@code serviceAccount:ci@p.iam.gserviceaccount.com}
 */
public record Binding(String role, String member) {}
