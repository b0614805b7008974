/** The profile home: files from which {@code aws}, {@code gcloud} and SDKs find the sandbox. */
@NullMarked
package dev.crosstrust.sandbox.home;

import org.jspecify.annotations.NullMarked;
