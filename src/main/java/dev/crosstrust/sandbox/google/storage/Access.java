package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.Bearer;
import dev.crosstrust.sandbox.google.api.GoogleError;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.token.AccessToken;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls, and whether the call may go on. */
final class Access {
  private final AccessTokens tokens;
  private final Policies policies;
  private final Buckets buckets;

  Access(AccessTokens tokens, Policies policies, Buckets buckets) {
    this.tokens = tokens;
    this.policies = policies;
    this.buckets = buckets;
  }

  /**
   * The caller of a method; nobody when there is no bearer.
   *
   * @throws GoogleError when the bearer is no good
   */
  Caller caller(ApiCall call, Scope scope) {
    Optional<String> value = Bearer.token(call.request());
    if (value.isEmpty()) {
      return new Caller(null);
    }
    AccessToken token = tokens.find(value.get()).orElseThrow(StorageErrors::invalidCredentials);
    if (Collections.disjoint(token.scopes(), scope.names())) {
      throw StorageErrors.insufficientScopes();
    }
    return new Caller(token.holder());
  }

  /** Somebody who asks, or anybody. */
  final class Caller {
    private final @Nullable Principal who;

    private Caller(@Nullable Principal who) {
      this.who = who;
    }

    /** The bucket of this name; whether a bucket exists is no secret, but for the anonymous. */
    Bucket bucket(String name, String permission) {
      return buckets
          .find(name)
          .orElseThrow(
              () ->
                  who == null
                      ? StorageErrors.anonymous(permission, "Storage bucket")
                      : StorageErrors.noSuchBucket());
    }

    void requireOnProject(String permission, String project) {
      require(permission, Resource.project(project), "project", Map.of(), true);
    }

    void requireOn(Bucket bucket, String permission) {
      requireOn(bucket, permission, Map.of());
    }

    /**
     * A permission on a bucket as a whole.
     *
     * @param attributes what conditions may ask about this call
     */
    void requireOn(Bucket bucket, String permission, Map<String, String> attributes) {
      require(permission, bucket.resource(), "Storage bucket", attributes, open(bucket));
    }

    void requireOn(Bucket bucket, String object, String permission) {
      require(permission, bucket.resource(object), "Storage object", Map.of(), open(bucket));
    }

    /** Whether the caller holds a permission on a bucket or on an object in it. */
    boolean holds(String permission, Bucket bucket, Resource on) {
      return open(bucket) && holds(permission, on, Map.of());
    }

    /**
     * Federated principals are turned away from buckets with lists on single objects.
     *
     * @see <a
     *     href="https://cloud.google.com/iam/docs/federated-identity-supported-services">Supported
     *     services</a>
     */
    private boolean open(Bucket bucket) {
      return bucket.settings().uniform() || !(who instanceof FederatedPrincipal);
    }

    private void require(
        String permission,
        Resource on,
        String where,
        Map<String, String> attributes,
        boolean open) {
      if (open && holds(permission, on, attributes)) {
        return;
      }
      throw refusal(permission, where);
    }

    /** That the caller lacks a permission. */
    GoogleError refusal(String permission, String where) {
      return who == null
          ? StorageErrors.anonymous(permission, where)
          : StorageErrors.forbidden(who.called(), permission, where);
    }

    private boolean holds(String permission, Resource on, Map<String, String> attributes) {
      return who == null
          ? policies.allowAnybody(permission, on, attributes)
          : policies.allow(who, permission, on, attributes);
    }
  }
}
