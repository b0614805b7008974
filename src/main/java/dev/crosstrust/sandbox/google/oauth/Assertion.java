package dev.crosstrust.sandbox.google.oauth;

import dev.crosstrust.sandbox.google.account.ServiceAccount;
import org.jspecify.annotations.Nullable;

/**
 * What a service account asks for, believed.
 *
 * @param scope space-separated; empty when none was asked for
 * @param targetAudience the audience of the ID token asked for, or null
 */
record Assertion(ServiceAccount account, String scope, @Nullable String targetAudience) {}
