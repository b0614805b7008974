/** The whole AWS half behind one door: which service a request is for. */
@NullMarked
package dev.crosstrust.sandbox.aws.cloud;

import org.jspecify.annotations.NullMarked;
