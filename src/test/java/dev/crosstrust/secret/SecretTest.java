package dev.crosstrust.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretTest {
  private static final String VALUE = "correct horse battery staple";

  @Test
  void printsAsFingerprintAndLength() {
    assertThat(Secret.of(VALUE)).hasToString("‹sha256:c4bbcb1fbec9, 28 characters›");
  }

  @Test
  void isHadByDeliberateActOnly() {
    assertThat(Secret.of(VALUE).reveal()).isEqualTo(VALUE);
  }

  @Test
  void sameValuesAreEqualAndShareTheirFingerprint() {
    assertThat(Secret.of(VALUE)).isEqualTo(Secret.of(VALUE)).hasSameHashCodeAs(Secret.of(VALUE));
    assertThat(Secret.of(VALUE).fingerprint()).isEqualTo(Secret.of(VALUE).fingerprint());
    assertThat(Secret.of(VALUE)).isNotEqualTo(Secret.of("another"));
  }
}
