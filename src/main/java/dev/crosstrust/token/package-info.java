/** Reading a token without believing it: decode, explain, verify, compare. */
@NullMarked
package dev.crosstrust.token;

import org.jspecify.annotations.NullMarked;
