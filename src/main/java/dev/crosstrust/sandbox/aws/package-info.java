/** The AWS half: who calls, what the policies say, and the words AWS answers with. */
@NullMarked
package dev.crosstrust.sandbox.aws;

import org.jspecify.annotations.NullMarked;
