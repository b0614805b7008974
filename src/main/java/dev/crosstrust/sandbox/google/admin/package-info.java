/** Projects and service accounts: what they are, and their allow policies, read and written. */
@NullMarked
package dev.crosstrust.sandbox.google.admin;

import org.jspecify.annotations.NullMarked;
