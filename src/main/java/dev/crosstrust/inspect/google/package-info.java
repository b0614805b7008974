/** How a Google project is configured: pools, service accounts, policies, clusters. */
@NullMarked
package dev.crosstrust.inspect.google;

import org.jspecify.annotations.NullMarked;
