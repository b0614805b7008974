/** What the accounts hold: roles, users, keys, sessions, providers; and who may do what by that. */
@NullMarked
package dev.crosstrust.sandbox.aws.account;

import org.jspecify.annotations.NullMarked;
