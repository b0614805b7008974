/** Kubernetes clusters, as far as one may see how they hand out identities. */
@NullMarked
package dev.crosstrust.sandbox.google.container;

import org.jspecify.annotations.NullMarked;
