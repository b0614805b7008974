package dev.crosstrust.trust.aws.policy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Networks of IP addresses. A network of IPv6 whose written address goes on after its prefix holds
 * no address at AWS, and IAM does not store it (measured by others); one of IPv4 does.
 */
final class Addresses {
  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3})(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");
  private static final Pattern PREFIX = Pattern.compile("\\+?\\d{1,4}");

  private Addresses() {}

  /** The bytes of an address; nothing is looked up. */
  static Optional<byte[]> bytes(String text) {
    if (IPV4.matcher(text).matches()) {
      return ipv4(text);
    }
    if (!IPV6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName("[" + text + "]").getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      int part = Integer.parseInt(parts[i]);
      if (part > 255) {
        return Optional.empty();
      }
      bytes[i] = (byte) part;
    }
    return Optional.of(bytes);
  }

  /** Whether a policy may have it: no IPv6 with dots, none whose address goes on. */
  static boolean isNetwork(String text) {
    String address = address(text);
    boolean mixed = address.contains(":") && address.contains(".");
    return !mixed
        && bytes(address)
            .filter(it -> prefix(text, it.length * 8) >= 0)
            .filter(it -> it.length == 4 || !goesOn(it, prefix(text, it.length * 8)))
            .isPresent();
  }

  static boolean holds(String network, String address) {
    Optional<byte[]> inside = bytes(address);
    Optional<byte[]> base = bytes(address(network));
    if (inside.isEmpty() || base.isEmpty() || inside.get().length != base.get().length) {
      return false;
    }
    int prefix = prefix(network, base.get().length * 8);
    return prefix >= 0
        && !(base.get().length > 4 && goesOn(base.get(), prefix))
        && same(base.get(), inside.get(), prefix);
  }

  private static String address(String network) {
    return network.split("/", 2)[0];
  }

  private static int prefix(String network, int longest) {
    String[] parts = network.split("/", 2);
    if (parts.length == 1) {
      return longest;
    }
    int prefix = PREFIX.matcher(parts[1]).matches() ? Integer.parseInt(parts[1]) : -1;
    return prefix <= longest ? prefix : -1;
  }

  private static boolean goesOn(byte[] base, int prefix) {
    for (int bit = prefix; bit < base.length * 8; bit++) {
      if (bit(base, bit)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(byte[] left, byte[] right, int bits) {
    for (int bit = 0; bit < bits; bit++) {
      if (bit(left, bit) != bit(right, bit)) {
        return false;
      }
    }
    return true;
  }

  private static boolean bit(byte[] bytes, int index) {
    return (bytes[index / 8] & (0x80 >> index % 8)) != 0;
  }
}
