package dev.crosstrust.sandbox.google.federation;

import java.time.Duration;
import java.util.Map;

/**
 * What the other side says about somebody, believed.
 *
 * @param claims by name, as expressions see them
 * @param lifetime how long a token may live that is given for it
 */
record Assertion(Map<String, Object> claims, Duration lifetime) {}
