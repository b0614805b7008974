/**
 * The tab of a leg in which the other side's check is made here: what it wants, what the token
 * says.
 */
@NullMarked
package dev.crosstrust.ui.routes.check;

import org.jspecify.annotations.NullMarked;
