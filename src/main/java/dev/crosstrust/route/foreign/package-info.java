/** Routes in other tools' files: taken from them, and written for them. */
@NullMarked
package dev.crosstrust.route.foreign;

import org.jspecify.annotations.NullMarked;
