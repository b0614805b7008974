/** The same calls as people type them in a terminal: {@code aws}, {@code gcloud}, {@code curl}. */
@NullMarked
package dev.crosstrust.route.cli;

import org.jspecify.annotations.NullMarked;
