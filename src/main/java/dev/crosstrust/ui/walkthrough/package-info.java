/**
 * The guided stories: steps as data, done when the window says so, and the light that points at
 * their controls.
 */
@NullMarked
package dev.crosstrust.ui.walkthrough;

import org.jspecify.annotations.NullMarked;
