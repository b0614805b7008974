/**
 * Google's dialect of the Common Expression Language, as attribute mappings and conditions use it;
 * what cannot be told from here stays open.
 */
@NullMarked
package dev.crosstrust.trust.google.cel;

import org.jspecify.annotations.NullMarked;
