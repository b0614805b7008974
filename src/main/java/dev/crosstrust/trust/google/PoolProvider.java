package dev.crosstrust.trust.google;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A provider of a pool: whom it lets in, and as whom.
 *
 * @param name its pool's, then {@code /providers/PROVIDER}
 * @param mapping attribute to CEL expression, in the order in which it is written
 * @param condition CEL; empty for none
 * @param issuer of an OIDC provider; null for others
 * @param audiences what an OIDC provider takes; empty for its own name
 * @param awsAccount of an AWS provider; null for others
 * @param jwks keys uploaded to an OIDC provider, JSON, which are then its only ones; null for none
 */
public record PoolProvider(
    String name,
    boolean deleted,
    boolean disabled,
    Map<String, String> mapping,
    String condition,
    @Nullable String issuer,
    List<String> audiences,
    @Nullable String awsAccount,
    @Nullable String jwks) {
  public PoolProvider {
    mapping = Collections.unmodifiableMap(new LinkedHashMap<>(mapping));
    audiences = List.copyOf(audiences);
  }

  /**
   * The audiences of tokens that it takes.
   *
   * @param own its own name as the exchange is asked for it, which counts where it lists none
   */
  public List<String> taken(String own) {
    return audiences.isEmpty() ? List.of(own, "https:" + own) : audiences;
  }
}
