package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.account.Principal;

/** Whether somebody may do a thing in a project. */
@FunctionalInterface
public interface ProjectAccess {
  /**
   * Decides.
   *
   * @param permission for example {@code iam.workloadIdentityPools.get}
   * @param project its id
   */
  boolean allows(Principal who, String permission, String project);
}
