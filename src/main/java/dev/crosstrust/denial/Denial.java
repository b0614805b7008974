package dev.crosstrust.denial;

import org.jspecify.annotations.Nullable;

/**
 * What a refusal says of itself. A part is null where the text does not name it.
 *
 * @param principal whatever the text names: an ARN, an e-mail, {@code ***} where a log masks it
 * @param action AWS's word, for example {@code s3:ListBucket}
 * @param permission Google's word, for example {@code storage.objects.get}
 * @param resource as the text writes it, without quotes
 * @param policyType the kind of policy that refused
 * @param policyArn the policy that refused
 * @param explicit true for a Deny, false for a missing Allow
 * @param authorizationId what {@code GetRequestAuthorizationDetails} is asked with
 * @param encodedMessage what {@code sts:DecodeAuthorizationMessage} is asked with
 * @param mayNotExist whether the text leaves open that the resource is not there at all
 */
public record Denial(
    @Nullable String principal,
    @Nullable String action,
    @Nullable String permission,
    @Nullable String resource,
    @Nullable PolicyType policyType,
    @Nullable String policyArn,
    @Nullable Boolean explicit,
    @Nullable String authorizationId,
    @Nullable String encodedMessage,
    boolean mayNotExist) {

  /** A no without a word about who, what or why. */
  public static final Denial BARE =
      new Denial(null, null, null, null, null, null, null, null, null, false);

  /** Whether the text says nothing but no. */
  public boolean bare() {
    return equals(BARE);
  }

  /**
   * The same, with what the text leaves out taken from what was asked.
   *
   * @param askedAction in AWS's words; null where the service is not AWS's
   * @param askedPermission in Google's words; null where the service is not Google's
   */
  public Denial completed(
      @Nullable String askedAs,
      @Nullable String askedAction,
      @Nullable String askedPermission,
      @Nullable String askedResource) {
    return new Denial(
        principal == null ? askedAs : principal,
        action == null ? askedAction : action,
        permission == null ? askedPermission : permission,
        resource == null ? askedResource : resource,
        policyType,
        policyArn,
        explicit,
        authorizationId,
        encodedMessage,
        mayNotExist);
  }
}
