/** The pieces at AWS, and a careful look at what policies there let through. */
@NullMarked
package dev.crosstrust.setup.aws;

import org.jspecify.annotations.NullMarked;
