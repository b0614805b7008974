/** Evidence in, findings out, the most likely first; nothing is called and nothing is read here. */
@NullMarked
package dev.crosstrust.diagnosis;

import org.jspecify.annotations.NullMarked;
