/** The two roads over the wire: token, exchange, the steps at the end, and the check made here. */
@NullMarked
package dev.crosstrust.route.road;

import org.jspecify.annotations.NullMarked;
