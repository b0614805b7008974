package dev.crosstrust.evidence;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Where the real origins of Google and of token issuers are found: by default where they say, on
 * the sandbox on loopback. Google's libraries hard-wire {@code https} addresses, and tokens must
 * carry their real issuers, so the address is changed at the last moment, in the transport.
 *
 * @param table real origin ({@code https://accounts.google.com}) to the origin to call instead
 */
public record Origins(Map<String, URI> table) {
  private static final int LAST_PORT = 65_535;

  /** The real ones. */
  public static final Origins REAL = new Origins(Map.of());

  public Origins {
    Map<String, URI> normalized = new TreeMap<>();
    table.forEach(
        (real, instead) -> {
          fault(instead)
              .ifPresent(
                  why -> {
                    throw new IllegalArgumentException("the origin %s %s".formatted(instead, why));
                  });
          normalized.put(originOf(URI.create(real)), instead);
        });
    table = Map.copyOf(normalized);
  }

  /** The address to call for this one: the same, or the same path elsewhere. */
  public URI resolve(URI address) {
    URI instead = table.get(originOf(address));
    if (instead == null) {
      return address;
    }
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    return URI.create(originOf(instead) + path + query);
  }

  /**
   * Why an address of the user's own may not be called; empty when it may: https anywhere, http on
   * this machine only, and a port that there is.
   */
  public static Optional<String> fault(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean permitted = scheme.equals("https") || (scheme.equals("http") && isLoopback(address));
    if (address.getHost() == null || !permitted) {
      return Optional.of("is neither https nor on this machine");
    }
    int port = address.getPort();
    return port == 0 || port > LAST_PORT
        ? Optional.of("has a port that is not from 1 to 65535")
        : Optional.empty();
  }

  /** Whether plain {@code http} may be used: on this machine only. */
  public static boolean isLoopback(URI address) {
    String host = String.valueOf(address.getHost());
    return host.equalsIgnoreCase("localhost") || isLoopbackLiteral(host);
  }

  /** All of 127.0.0.0/8, in any spelling, without asking a name server. */
  private static boolean isLoopbackLiteral(String host) {
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }

  /** Scheme, host and, unless it is the scheme's own, port. */
  public static String originOf(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    boolean usual = address.getPort() < 0 || OptionalInt.of(address.getPort()).equals(port(scheme));
    return scheme + "://" + host + (usual ? "" : ":" + address.getPort());
  }

  private static OptionalInt port(String scheme) {
    return switch (scheme) {
      case "https" -> OptionalInt.of(443);
      case "http" -> OptionalInt.of(80);
      default -> OptionalInt.empty();
    };
  }
}
