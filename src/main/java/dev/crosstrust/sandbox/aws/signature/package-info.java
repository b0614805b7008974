/** Verifies AWS Signature Version 4 on requests and on the bodies that follow them. */
@NullMarked
package dev.crosstrust.sandbox.aws.signature;

import org.jspecify.annotations.NullMarked;
