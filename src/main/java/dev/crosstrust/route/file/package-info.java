/**
 * A route as people write it: read from YAML or from a form, with all that may be wrong, and saved.
 */
@NullMarked
package dev.crosstrust.route.file;

import org.jspecify.annotations.NullMarked;
