package dev.crosstrust.sandbox.aws;

/**
 * Who makes a call, as the signature proved.
 *
 * @param account the twelve digits of the caller's account
 * @param arn what {@code GetCallerIdentity} calls {@code Arn}
 * @param userId what {@code GetCallerIdentity} calls {@code UserId}
 * @param accessKeyId the key that signed: two sessions of one role and one name differ in nothing
 *     else; empty for somebody without keys
 */
public record Caller(String account, String arn, String userId, String accessKeyId) {
  /** Somebody without keys of this cloud. */
  public Caller(String account, String arn, String userId) {
    this(account, arn, userId, "");
  }
}
