package dev.crosstrust.sandbox.aws;

/**
 * Who makes a call, as the signature proved.
 *
 * @param account the twelve digits of the caller's account
 * @param arn what {@code GetCallerIdentity} calls {@code Arn}
 * @param userId what {@code GetCallerIdentity} calls {@code UserId}
 */
public record Caller(String account, String arn, String userId) {}
