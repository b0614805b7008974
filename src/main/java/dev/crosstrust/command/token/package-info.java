/** {@code token}: asking for a subject token; reading and comparing any. */
@NullMarked
package dev.crosstrust.command.token;

import org.jspecify.annotations.NullMarked;
