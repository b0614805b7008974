/** Who exists in the Google half: projects, people, service accounts, and who may act as whom. */
@NullMarked
package dev.crosstrust.sandbox.google.account;

import org.jspecify.annotations.NullMarked;
