package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.StoredCredential;
import java.time.Instant;

/**
 * A session of a role: its keys, and what it was given. The role's policies are read later anew.
 */
public record Session(StoredCredential credential, SessionGrant grant, Instant issued) {}
