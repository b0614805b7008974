package dev.crosstrust.token.signature;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.List;

/** RSA keys whose signatures others can make. */
final class WeakRsa {
  /** RFC 7518, 3.3. */
  private static final int SHORTEST_BITS = 2048;

  private static final long ROCA_GENERATOR = 65537;

  private static final List<Integer> ROCA_PRIMES =
      List.of(
          3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89,
          97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167);

  private WeakRsa() {}

  static void refuse(RSAPublicKey key) throws UnfitKey {
    if (key.getModulus().bitLength() < SHORTEST_BITS) {
      throw new UnfitKey(
          "an RSA key of %d bits, where RFC 7518 asks for %d"
              .formatted(key.getModulus().bitLength(), SHORTEST_BITS));
    }
    BigInteger exponent = key.getPublicExponent();
    if (exponent.compareTo(BigInteger.TWO) <= 0 || !exponent.testBit(0)) {
      throw new UnfitKey("an RSA key with the public exponent " + exponent);
    }
    if (hasRocaFingerprint(key.getModulus())) {
      throw new UnfitKey("an RSA key made by a broken generator (ROCA, CVE-2017-15361)");
    }
  }

  /**
   * Primes of the broken generator are powers of 65537 modulo many small primes, and so is their
   * product; with others that happens once in 2^27 (Nemec and others, "The Return of Coppersmith's
   * Attack", 2017).
   */
  private static boolean hasRocaFingerprint(BigInteger modulus) {
    return ROCA_PRIMES.stream()
        .allMatch(prime -> isPower(modulus.mod(BigInteger.valueOf(prime)).longValue(), prime));
  }

  private static boolean isPower(long residue, long prime) {
    long power = 1;
    for (int exponent = 0; exponent < prime; exponent++) {
      if (power == residue) {
        return true;
      }
      power = power * ROCA_GENERATOR % prime;
    }
    return false;
  }
}
