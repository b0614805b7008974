/** What policy documents say about a request: parsed, matched, and decided as AWS does. */
@NullMarked
package dev.crosstrust.sandbox.aws.policy;

import org.jspecify.annotations.NullMarked;
