/** Google's OAuth server: the token endpoint, discovery, keys, and who a token belongs to. */
@NullMarked
package dev.crosstrust.sandbox.google.oauth;

import org.jspecify.annotations.NullMarked;
