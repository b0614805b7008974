/** The command line: thin commands over the packages below, for people and as JSON. */
@NullMarked
package dev.crosstrust.command;

import org.jspecify.annotations.NullMarked;
