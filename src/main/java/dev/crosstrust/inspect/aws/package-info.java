/** How an AWS account is configured: roles, their trust policies, identity providers. */
@NullMarked
package dev.crosstrust.inspect.aws;

import org.jspecify.annotations.NullMarked;
