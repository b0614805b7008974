package dev.crosstrust.sandbox.google.iamcredentials;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.ServiceAccount;
import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.google.policy.Permission;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Resource;
import java.util.List;

/**
 * Who may act as a service account, directly or through a chain of others: each needs implicit
 * delegation on the next, the last one the permission itself on the target.
 *
 * @see <a
 *     href="https://cloud.google.com/iam/docs/create-short-lived-credentials-delegated">Delegated
 *     requests</a>
 */
final class Delegation {
  private static final String PREFIX = "projects/-/serviceAccounts/";

  private final Directory directory;
  private final Policies policies;

  Delegation(Directory directory, Policies policies) {
    this.directory = directory;
    this.policies = policies;
  }

  /**
   * Lets the call pass or refuses it.
   *
   * @param delegates in the order of the chain, as the request names them
   */
  void check(Principal caller, List<String> delegates, ServiceAccount target, String permission) {
    Principal actor = caller;
    for (String delegate : delegates) {
      if (!delegate.startsWith(PREFIX)) {
        throw ApiError.invalidArgument("Request contains an invalid argument.");
      }
      ServiceAccount next = account(delegate.substring(PREFIX.length()));
      require(actor, Permission.IMPLICIT_DELEGATION, next);
      actor = next;
    }
    require(actor, permission, target);
  }

  /** The account of this e-mail or unique id. */
  ServiceAccount account(String emailOrId) {
    return directory
        .findServiceAccount(emailOrId)
        .orElseThrow(
            () -> ApiError.notFound("Not found; Gaia id not found for email " + emailOrId));
  }

  private void require(Principal actor, String permission, ServiceAccount on) {
    if (on.disabled() || !policies.allow(actor, permission, Resource.serviceAccount(on))) {
      throw ApiError.permissionDenied(permission);
    }
  }
}
