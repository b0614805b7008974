/** Taking a pasted text apart: what each answer in it says, whatever is wrapped around it. */
@NullMarked
package dev.crosstrust.diagnosis.reading;

import org.jspecify.annotations.NullMarked;
