/** Who this machine can be at AWS: profiles, the environment, and what is wrong with them. */
@NullMarked
package dev.crosstrust.identity.aws;

import org.jspecify.annotations.NullMarked;
