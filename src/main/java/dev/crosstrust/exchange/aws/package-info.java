/** Credentials of AWS: those of a profile, and those traded for another cloud's token. */
@NullMarked
package dev.crosstrust.exchange.aws;

import org.jspecify.annotations.NullMarked;
