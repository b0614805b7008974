package dev.crosstrust.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.wire.KeySource;
import java.security.KeyPair;
import java.security.interfaces.RSAKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeysAheadTest {
  @Test
  void everyKeyIsNewAlsoAfterThoseMadeAhead() {
    KeySource one = new KeysAhead(1);
    KeySource another = new KeysAhead(1);

    assertThat(Stream.of(one, one, another).map(KeySource::next).map(KeyPair::getPublic))
        .doesNotHaveDuplicates()
        .allSatisfy(key -> assertThat(((RSAKey) key).getModulus().bitLength()).isEqualTo(2048));
  }
}
