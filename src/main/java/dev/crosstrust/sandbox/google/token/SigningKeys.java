package dev.crosstrust.sandbox.google.token;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.crosstrust.sandbox.google.account.RandomText;
import dev.crosstrust.sandbox.wire.KeySource;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The keys Google signs ID tokens with: two are published at any time, the one in use and the one
 * that takes over next, so that verifiers know a key before they meet it. Made when first needed.
 * Safe for many threads.
 */
public final class SigningKeys {
  private static final int PUBLISHED = 2;

  private final SecureRandom random;
  private final KeySource source;
  private final Deque<RSAKey> keys = new ArrayDeque<>();

  public SigningKeys(SecureRandom random, KeySource source) {
    this.random = random;
    this.source = source;
  }

  /** Both halves of the key in use. */
  public synchronized RSAKey current() {
    fill(1);
    return keys.getFirst();
  }

  /** The published key set, public halves only. */
  public synchronized JWKSet published() {
    fill(PUBLISHED);
    return new JWKSet(List.copyOf(keys)).toPublicJWKSet();
  }

  /** Retires the key in use; tokens signed with it no longer verify. */
  public synchronized void rotate() {
    keys.pollFirst();
  }

  private void fill(int count) {
    while (keys.size() < count) {
      keys.addLast(nextKey());
    }
  }

  private RSAKey nextKey() {
    KeyPair pair = source.next();
    return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
        .privateKey(pair.getPrivate())
        .keyID(RandomText.hex(random, 20))
        .algorithm(JWSAlgorithm.RS256)
        .keyUse(KeyUse.SIGNATURE)
        .build();
  }
}
