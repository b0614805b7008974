/** The IAM service: what an administrator reads about roles, policies and providers. */
@NullMarked
package dev.crosstrust.sandbox.aws.iam;

import org.jspecify.annotations.NullMarked;
