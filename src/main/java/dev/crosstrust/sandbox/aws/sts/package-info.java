/** The security token service: tokens and keys in, temporary keys out. */
@NullMarked
package dev.crosstrust.sandbox.aws.sts;

import org.jspecify.annotations.NullMarked;
