package dev.crosstrust.sandbox.aws.policy;

/**
 * What somebody wants to do.
 *
 * @param action for example {@code s3:GetObject}
 * @param resource the ARN, or {@code *} where the action has no resource
 * @param context what condition keys see
 */
public record AccessRequest(String action, String resource, RequestContext context) {}
