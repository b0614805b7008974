/** Two small clouds on loopback: real HTTP, real signatures, decisions computed from policies. */
@NullMarked
package dev.crosstrust.sandbox;

import org.jspecify.annotations.NullMarked;
