/** One answer that was not hoped for, what the run shows around it, and the rules that know it. */
@NullMarked
package dev.crosstrust.diagnosis.symptom;

import org.jspecify.annotations.NullMarked;
