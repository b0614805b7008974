/** Who this machine can be at Google: configurations of gcloud, default credentials, key files. */
@NullMarked
package dev.crosstrust.identity.google;

import org.jspecify.annotations.NullMarked;
