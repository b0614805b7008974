/**
 * Google's services over the one wire: requests, the transport for its libraries, and what comes of
 * both.
 */
@NullMarked
package dev.crosstrust.evidence.google;

import org.jspecify.annotations.NullMarked;
