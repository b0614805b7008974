/**
 * Reading a token without believing it.
 *
 * <ol>
 *   <li>{@link dev.crosstrust.token.TokenReader} turns text into a {@link
 *       dev.crosstrust.token.Token}, or says what the text looks like instead.
 *   <li>{@code signature} checks a token against keys that are given or that its issuer publishes.
 *   <li>{@code lens} explains the claims, finds what is wrong, compares two tokens.
 * </ol>
 */
@NullMarked
package dev.crosstrust.token;

import org.jspecify.annotations.NullMarked;
