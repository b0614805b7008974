/** Workload identity federation: pools, providers, and the trade of foreign tokens for Google's. */
@NullMarked
package dev.crosstrust.sandbox.google.federation;

import org.jspecify.annotations.NullMarked;
