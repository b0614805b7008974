package dev.crosstrust.storage.google;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where Cloud Storage is called.
 *
 * @param endpoint of the universe, for example {@code https://storage.googleapis.com}
 * @param project whose buckets are listed; null when only buckets that are named are looked into
 */
public record GcsTarget(URI endpoint, @Nullable String project) {}
