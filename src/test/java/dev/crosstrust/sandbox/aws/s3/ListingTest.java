package dev.crosstrust.sandbox.aws.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.blob.KeyOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListingTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  private static Bucket bucket(String... keys) {
    Bucket bucket = new Buckets().create("b", "eu-west-1", "111122223333", NOW);
    for (String key : keys) {
      bucket.put(key, new byte[0], Map.of(), NOW);
    }
    return bucket;
  }

  private static Listing list(Bucket bucket, String prefix, String delimiter, String after, int n) {
    return Listing.of(bucket, new Listing.Query(prefix, delimiter, after, n));
  }

  private static List<String> keys(Listing page) {
    return page.objects().stream().map(StoredObject::key).toList();
  }

  @Test
  void keysAreInTheOrderOfTheirUtf8Bytes() {
    Bucket bucket = bucket("\uD83D\uDE00", "\uFF5E", "a", "Z", "é", "a/b", "a-b");
    assertThat(keys(list(bucket, "", "", "", 1_000)))
        .containsExactly("Z", "a", "a-b", "a/b", "é", "\uFF5E", "\uD83D\uDE00");
  }

  @Test
  void commonPrefixesCountAsKeysAndAPageGoesOnBehindThem() {
    Bucket bucket = bucket("a", "b/1", "b/2", "c/1", "d");
    Listing first = list(bucket, "", "/", "", 2);
    assertThat(keys(first)).containsExactly("a");
    assertThat(first.commonPrefixes()).containsExactly("b/");
    assertThat(first.truncated()).isTrue();
    Listing second = list(bucket, "", "/", first.last(), 2);
    assertThat(second.commonPrefixes()).containsExactly("c/");
    assertThat(keys(second)).containsExactly("d");
    assertThat(second.truncated()).isFalse();
  }

  @Test
  void aPrefixIsEnteredAndItsOwnMarkerIsAKey() {
    Bucket bucket = bucket("b/", "b/1", "b/c/2", "b0");
    Listing page = list(bucket, "b/", "/", "", 1_000);
    assertThat(keys(page)).containsExactly("b/", "b/1");
    assertThat(page.commonPrefixes()).containsExactly("b/c/");
  }

  @Test
  void startingInsideAPrefixStillShowsItWhenMoreKeysFollow() {
    Bucket bucket = bucket("a/1", "a/2", "b");
    Listing page = list(bucket, "", "/", "a/1", 1_000);
    assertThat(page.commonPrefixes()).containsExactly("a/");
    assertThat(keys(page)).containsExactly("b");
  }

  @Test
  void noKeysAskedForIsAnEmptyPageThatIsNotTruncated() {
    Listing page = list(bucket("a"), "", "", "", 0);
    assertThat(page.objects()).isEmpty();
    assertThat(page.truncated()).isFalse();
  }

  @Test
  void everyKeyOfAGeneratedBucketIsListedOnceInPages() {
    Bucket bucket = bucket("a", "data/0001/object-0001500.txt-more", "z");
    bucket.generate(3_500);
    bucket.put("data/0000/object-0000000.txt", new byte[5], Map.of(), NOW);
    bucket.delete("data/0003/object-0003499.txt");
    List<String> all = new ArrayList<>();
    Listing page = list(bucket, "", "", "", 1_000);
    all.addAll(keys(page));
    while (page.truncated()) {
      page = list(bucket, "", "", page.last(), 1_000);
      all.addAll(keys(page));
    }
    assertThat(all).hasSize(3_502).doesNotHaveDuplicates().isSortedAccordingTo(KeyOrder.INSTANCE);
    assertThat(bucket.find("data/0000/object-0000000.txt").orElseThrow().size()).isEqualTo(5);
    assertThat(bucket.find("data/0003/object-0003499.txt")).isEmpty();
    assertThat(bucket.find("data/0003/object-0003498.txt")).isPresent();
    assertThat(bucket.find("data/0003/object-0003500.txt")).isEmpty();
  }

  @Test
  void aMillionGeneratedObjectsRollUpWithoutBeingWalked() {
    Bucket bucket = bucket();
    bucket.generate(1_000_000);
    assertThat(list(bucket, "", "/", "", 1_000).commonPrefixes()).containsExactly("data/");
    Listing folders = list(bucket, "data/", "/", "", 1_000);
    assertThat(folders.commonPrefixes()).hasSize(1_000).endsWith("data/0999/");
    assertThat(folders.truncated()).isFalse();
    assertThat(keys(list(bucket, "data/0999/object-0999999", "", "", 1_000))).hasSize(1);
  }

  @Test
  void theKeyBehindAPrefixSkipsWhatUtf8CannotHold() {
    assertThat(KeyOrder.after("a/")).isEqualTo("a0");
    assertThat(KeyOrder.after("\uD7FF")).isEqualTo("\uE000");
    assertThat(KeyOrder.after("a\uDBFF\uDFFF")).isEqualTo("b");
    assertThat(KeyOrder.after("")).isNull();
  }
}
