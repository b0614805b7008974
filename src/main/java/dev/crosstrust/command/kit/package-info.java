/** What all commands share: the terminal, the texts they are given, and how they end. */
@NullMarked
package dev.crosstrust.command.kit;

import org.jspecify.annotations.NullMarked;
