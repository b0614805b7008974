/**
 * The language of AWS policies: documents, statements, conditions, and whether they apply to a
 * request of which not everything is known.
 */
@NullMarked
package dev.crosstrust.trust.aws.policy;

import org.jspecify.annotations.NullMarked;
