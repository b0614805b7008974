/**
 * What both clouds stand on: a server on 127.0.0.1, requests and answers as values, issuers' keys.
 */
@NullMarked
package dev.crosstrust.sandbox.wire;

import org.jspecify.annotations.NullMarked;
