/** Would AWS STS let a token into a role: the trust policy, and the account's providers. */
@NullMarked
package dev.crosstrust.trust.aws;

import org.jspecify.annotations.NullMarked;
