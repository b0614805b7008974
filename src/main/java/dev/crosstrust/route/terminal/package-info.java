/** The same calls as people type them in a terminal: {@code aws}, {@code gcloud}, {@code curl}. */
@NullMarked
package dev.crosstrust.route.terminal;

import org.jspecify.annotations.NullMarked;
