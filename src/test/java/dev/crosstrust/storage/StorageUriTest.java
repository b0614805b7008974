package dev.crosstrust.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crosstrust.storage.StorageUri.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorageUriTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://",
        "gs://",
        "s3://bucket/",
        "gs://my_old.Bucket/",
        "s3://b/key",
        "s3://b/a folder/a file",
        "s3://b//leading",
        "s3://b/a//b/",
        "s3://b/../../etc/passwd",
        "s3://b/..",
        "s3://b/a%20b+c?d#e&f",
        "s3://b/naïve/日本語/🙂",
        "s3://b/C:\\windows",
        "s3://b/s3://b/key",
      })
  void whatIsReadIsWrittenTheSame(String text) {
    assertThat(StorageUri.parse(text)).hasToString(text);
  }

  @Test
  void theKeyIsTakenAsItStands() {
    assertThat(StorageUri.parse("s3://b//a%2Fb/../ c "))
        .isEqualTo(new StorageUri(Scheme.S3, "b", "/a%2Fb/../ c "));
  }

  @Test
  void aBucketNeedsNoSlash() {
    assertThat(StorageUri.parse("gs://bucket")).isEqualTo(StorageUri.parse("GS://bucket/"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bucket/key",
        "s3:/b/k",
        "http://b/k",
        "s3:///key",
        "s3://a@b/k",
        "s3://a?b/k",
        "s3://a#b",
        "s3://a:1/k",
        "s3://../k",
        "s3://a b/k",
        "s3://bücket/k",
      })
  void whatIsNoAddressIsRefusedInASentence(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StorageUri.parse(text))
        .withMessageMatching("(?s)\".*\" .*(address|bucket)");
  }

  @Test
  void oneStepUpEndsAtAllBuckets() {
    StorageUri at = StorageUri.parse("s3://b/x/y/z");
    assertThat(at.parent()).hasToString("s3://b/x/y/");
    assertThat(at.parent().parent()).hasToString("s3://b/x/");
    assertThat(at.parent().parent().parent()).hasToString("s3://b/");
    assertThat(StorageUri.parse("s3://b/").parent()).hasToString("s3://");
    assertThat(StorageUri.parse("s3://").parent()).hasToString("s3://");
    assertThat(StorageUri.parse("s3://b//").parent()).hasToString("s3://b/");
  }

  @Test
  void theNameIsTheLastPart() {
    assertThat(StorageUri.parse("s3://b/x/y").name()).isEqualTo("y");
    assertThat(StorageUri.parse("s3://b/x/y/").name()).isEqualTo("y/");
    assertThat(StorageUri.parse("s3://b/x").name()).isEqualTo("x");
    assertThat(StorageUri.parse("s3://b//").name()).isEqualTo("/");
    assertThat(StorageUri.parse("s3://b").name()).isEqualTo("b");
  }
}
