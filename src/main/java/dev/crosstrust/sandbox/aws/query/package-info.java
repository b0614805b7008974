/** AWS's query protocol: an action and parameters in a form, XML in return. */
@NullMarked
package dev.crosstrust.sandbox.aws.query;

import org.jspecify.annotations.NullMarked;
