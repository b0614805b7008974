package dev.crosstrust.trust.aws;

import dev.crosstrust.trust.aws.policy.KeyValue;
import dev.crosstrust.trust.aws.policy.RequestKeys;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of a request with a Google ID token that is not there yet.
 *
 * @param audience the token's {@code aud}
 * @param subject its {@code sub}; null where it is not known
 * @param authorizedParty its {@code azp}; null where it is not known
 */
public record AwaitedKeys(
    String audience, @Nullable String subject, @Nullable String authorizedParty)
    implements RequestKeys {

  @Override
  public KeyValue get(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    String own = Issuer.GOOGLE + ":";
    if (lower.startsWith(own)) {
      return ofToken(lower.substring(own.length()));
    }
    return lower.equals("aws:federatedprovider")
        ? KeyValue.of(Issuer.GOOGLE)
        : TrustKeys.ofRequest(lower, SessionTags.NONE);
  }

  private KeyValue ofToken(String claim) {
    return switch (claim) {
      case "oaud" -> KeyValue.of(audience);
      case "aud" -> known(authorizedParty);
      case "sub" -> known(subject);
      default -> TrustKeys.ofGoogle(claim);
    };
  }

  private static KeyValue known(@Nullable String value) {
    return value == null ? KeyValue.unknown() : KeyValue.of(value);
  }
}
