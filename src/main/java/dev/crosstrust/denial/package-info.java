/**
 * The grammar of refusals: who may not do what on which resource, and which kind of policy said so.
 */
@NullMarked
package dev.crosstrust.denial;

import org.jspecify.annotations.NullMarked;
