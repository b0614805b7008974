package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import org.jspecify.annotations.Nullable;

/**
 * A role taken on with a token.
 *
 * @param arn of the session: {@code arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION}
 * @param account twelve digits, from the ARN
 * @param provider who vouched, as STS says
 * @param audience as STS understood it: for Google the token's {@code azp} where it has one
 * @param subject the token's {@code sub}
 */
public record RoleSession(
    AwsCredentials credentials,
    String arn,
    String account,
    @Nullable String provider,
    @Nullable String audience,
    @Nullable String subject) {}
