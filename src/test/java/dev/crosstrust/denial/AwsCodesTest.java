package dev.crosstrust.denial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsCodesTest {
  @ParameterizedTest
  @CsvSource({
    "403, AccessDenied, true",
    "400, AccessDeniedException, true",
    "403, UnauthorizedOperation, true",
    "403, SignatureDoesNotMatch, false",
    "403, RequestTimeTooSkewed, false",
    "403, InvalidAccessKeyId, false",
    "404, NoSuchBucket, false",
    "503, AccessDenied, false",
  })
  void onlyAPolicysNoIsADenial(int status, String code, boolean denied) {
    assertThat(AwsCodes.denied(status, code)).isEqualTo(denied);
  }

  @Test
  void anAnswerWithoutABodyIsJudgedByItsStatus() {
    assertThat(AwsCodes.denied(403, null)).isTrue();
    assertThat(AwsCodes.denied(404, null)).isFalse();
  }
}
