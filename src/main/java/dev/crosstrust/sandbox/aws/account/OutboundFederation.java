package dev.crosstrust.sandbox.aws.account;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether an account vouches for its own principals to others. It has its issuer from the first
 * enabling on; issuer and keys outlive disabling. Safe for many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html">
 *     Federating AWS identities to external services</a>
 */
public final class OutboundFederation {
  private final Supplier<String> newUrl;
  private @Nullable OutboundIssuer issuer;
  private boolean enabled;

  OutboundFederation(Supplier<String> newUrl) {
    this.newUrl = newUrl;
  }

  /** Whether tokens are given out. */
  public synchronized boolean enabled() {
    return enabled;
  }

  /** The issuer; empty before the first enabling. */
  public synchronized Optional<OutboundIssuer> issuer() {
    return Optional.ofNullable(issuer);
  }

  /** Switches it on. */
  public OutboundIssuer enable() {
    return enable(newUrl);
  }

  /** Switches it on; at the first time the issuer gets this URL. */
  public OutboundIssuer enable(String url) {
    return enable(() -> url);
  }

  private synchronized OutboundIssuer enable(Supplier<String> url) {
    OutboundIssuer enabling = issuer == null ? new OutboundIssuer(url.get()) : issuer;
    issuer = enabling;
    enabled = true;
    return enabling;
  }

  /** Switches it off; tokens that are out there keep their validity. */
  public synchronized void disable() {
    enabled = false;
  }
}
