package dev.crosstrust.evidence.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a service of AWS is called. The signature covers the host, so an address other than the
 * real one is known to the client and not put in by the transport.
 *
 * @param region for example {@code eu-west-1}
 * @param endpoint the address that the user's settings name; null for the region's own
 */
public record AwsTarget(String region, @Nullable URI endpoint) {}
