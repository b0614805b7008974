/** The IAM Service Account Credentials API: tokens for a service account one may act as. */
@NullMarked
package dev.crosstrust.sandbox.google.iamcredentials;

import org.jspecify.annotations.NullMarked;
