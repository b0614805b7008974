package dev.crosstrust.sandbox.aws.policy;

import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;

/**
 * A network in CIDR notation. Host bits of an IPv4 network are ignored; an IPv6 network that has
 * some matches nothing, as was observed at AWS.
 */
record IpRange(InetAddress network, int prefix) {

  static boolean isAddress(String text) {
    return address(text).isPresent();
  }

  /** Whether an address of the request is in the network of the policy. */
  static boolean matches(String actual, Glob expected) {
    Optional<IpRange> range = parse(expected.text());
    Optional<InetAddress> address = address(actual);
    return range.isPresent() && address.isPresent() && range.get().contains(address.get());
  }

  private static Optional<IpRange> parse(String cidr) {
    int slash = cidr.indexOf('/');
    Optional<InetAddress> network = address(slash < 0 ? cidr : cidr.substring(0, slash));
    int bits = network.map(it -> it.getAddress().length * Byte.SIZE).orElse(0);
    try {
      int prefix = slash < 0 ? bits : Integer.parseInt(cidr.substring(slash + 1));
      return network.filter(_ -> prefix >= 0 && prefix <= bits).map(it -> new IpRange(it, prefix));
    } catch (NumberFormatException noPrefix) {
      return Optional.empty();
    }
  }

  private boolean contains(InetAddress address) {
    byte[] bytes = network.getAddress();
    if (bytes.length != address.getAddress().length) {
      return false;
    }
    int hostBits = bytes.length * Byte.SIZE - prefix;
    BigInteger base = new BigInteger(1, bytes);
    BigInteger masked = base.shiftRight(hostBits);
    boolean clean = network instanceof Inet4Address || masked.shiftLeft(hostBits).equals(base);
    return clean && masked.equals(new BigInteger(1, address.getAddress()).shiftRight(hostBits));
  }

  /** Never asks a name server: only literals are addresses. */
  private static Optional<InetAddress> address(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException noLiteral) {
      return Optional.empty();
    }
  }
}
