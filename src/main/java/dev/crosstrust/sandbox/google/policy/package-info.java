/** Allow policies: who has which role on what, under which condition. No wire, only decisions. */
@NullMarked
package dev.crosstrust.sandbox.google.policy;

import org.jspecify.annotations.NullMarked;
