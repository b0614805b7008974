package dev.crosstrust.storage.google;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.storage.google.FakeGcs.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GcsListingTest {
  private static final StorageUri ROOT = StorageUri.parse("gs://");

  @Test
  void bucketsOfTheRoutesProjectComeWithPlaceAndDate() throws IOException {
    String answer =
        """
        {"kind":"storage#buckets","nextPageToken":"next/1","items":[{"name":"my-test-bucket",
        "timeCreated":"2026-02-03T16:45:09.123Z","location":"EUROPE-WEST1"}]}
        """;
    try (FakeGcs fake = new FakeGcs(_ -> json(200, answer))) {
      assertThat(done(fake.gcs.buckets("t+/1")))
          .isEqualTo(
              new Page<Entry>(
                  List.of(
                      new Entry.Bucket(
                          StorageUri.parse("gs://my-test-bucket"),
                          Instant.parse("2026-02-03T16:45:09.123Z"),
                          "EUROPE-WEST1")),
                  "next/1"));
      assertThat(fake.lines().getFirst())
          .startsWith("GET /storage/v1/b?")
          .contains("project=demo-product-sbx", "pageToken=t%2B/1");
      assertThat(fake.legs()).containsExactly("gcs.ListBuckets");
    }
  }

  @Test
  void withoutAProjectNobodyIsAskedForBuckets() {
    Recorder recorder = new Recorder();
    GcsTarget target = new GcsTarget(URI.create("https://storage.googleapis.com"), null);
    try (Wire wire = new Wire(Origins.REAL, recorder, InstantSource.system());
        Gcs gcs = new Gcs(wire, target, () -> null)) {
      assertThat(breakage(gcs.pages(ROOT, false).next()).kind()).isEqualTo(Kind.LOCAL);
      assertThat(recorder.legs()).isEmpty();
    }
  }

  @Test
  void aPlaceShowsPrefixesThenObjectsAndAsksForBothByName() throws IOException {
    String answer =
        """
        {"kind":"storage#objects","prefixes":["logs/2026/"],"items":[{"bucket":"my-test-bucket","name":"logs/today.txt",
        "updated":"2026-11-21T10:00:00.000Z","size":"12","storageClass":"NEARLINE","etag":"CJ/x="}]}
        """;
    StorageUri at = StorageUri.parse("gs://my-test-bucket/logs/");
    try (FakeGcs fake = new FakeGcs(_ -> json(200, answer))) {
      assertThat(done(fake.gcs.pages(at, false).next()).items())
          .containsExactly(
              new Entry.Prefix(StorageUri.parse("gs://my-test-bucket/logs/2026/")),
              new Entry.StoredObject(
                  StorageUri.parse("gs://my-test-bucket/logs/today.txt"),
                  12,
                  Instant.parse("2026-11-21T10:00:00Z"),
                  "NEARLINE",
                  "CJ/x="));
      assertThat(fake.lines()).hasSize(1);
      assertThat(fake.lines().getFirst())
          .startsWith("GET /storage/v1/b/my-test-bucket/o?")
          .contains("prefix=logs/", "delimiter=/", "maxResults=1000");
    }
  }

  @Test
  void hostileNamesArriveAsTheyAre() throws IOException {
    String answer =
        """
        {"prefixes":["a b//"],"items":[{"bucket":"my-test-bucket","name":"a b/../日\\u0001+%","size":"0"}]}
        """;
    StorageUri at = StorageUri.parse("gs://my-test-bucket/a b/");
    try (FakeGcs fake = new FakeGcs(_ -> json(200, answer))) {
      assertThat(done(fake.gcs.list(at, "/", null)).items())
          .containsExactly(
              new Entry.Prefix(StorageUri.parse("gs://my-test-bucket/a b//")),
              new Entry.StoredObject(
                  StorageUri.parse("gs://my-test-bucket/a b/../日\u0001+%"), 0, null, null, null));
      assertThat(fake.lines().getFirst()).contains("prefix=a%20b/");
    }
  }

  @Test
  void pagesAreAskedForOneByOne() throws IOException {
    try (FakeGcs fake =
        new FakeGcs(
            request ->
                json(
                    200,
                    request.is("GET", "pageToken=t1")
                        ? "{\"items\":[{\"bucket\":\"b\",\"name\":\"z\",\"size\":\"1\"}]}"
                        : "{\"nextPageToken\":\"t1\",\"items\":[{\"bucket\":\"b\",\"name\":\"a\",\"size\":\"1\"}]}"))) {
      Pages<Entry> pages = fake.gcs.pages(StorageUri.parse("gs://my-test-bucket"), true);
      assertThat(fake.lines()).isEmpty();
      List<String> names = new ArrayList<>();
      pages.forEachRemaining(
          page -> done(page).items().forEach(entry -> names.add(entry.uri().key())));
      assertThat(names).containsExactly("a", "z");
      assertThat(fake.lines()).hasSize(2).noneMatch(line -> line.contains("delimiter"));
      assertThat(fake.legs()).containsExactly("gcs.ListObjects", "gcs.ListObjects");
    }
  }

  @Test
  void theTokenIsSentAndIsNotInTheEvidence() throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> json(200, "{}"))) {
      assertThat(done(fake.gcs.list(StorageUri.parse("gs://my-test-bucket"), "/", null)).items())
          .isEmpty();
      Leg leg = fake.recorder.legs().getFirst();
      assertThat(fake.seen.getFirst().request().header("authorization"))
          .hasValue("Bearer " + FakeGcs.TOKEN.reveal());
      assertThat(leg.toString()).doesNotContain(FakeGcs.TOKEN.reveal());
      assertThat(leg.request().target()).startsWith("https://storage.googleapis.com/storage/v1/b/");
    }
  }

  @Test
  void anAnswerWithoutWhatEveryEntryHasIsNotUnderstood() throws IOException {
    for (Response answer :
        List.of(
            json(200, "{\"items\":[{\"size\":\"1\"}]}"),
            json(200, "{\"items\":[{\"bucket\":\"b\",\"size\":\"1\"}]}"),
            json(200, "{\"items\":[{\"bucket\":\"b\",\"name\":\"no-size\"}]}"),
            json(200, "{\"items\":[{\"na"),
            json(200, "[]"),
            json(200, ""),
            json(200, "{\"items\":5}"),
            Response.of(200, "text/html", "<html><body>Sign in<p></body>"))) {
      try (FakeGcs fake = new FakeGcs(_ -> answer)) {
        assertThat(
                breakage(fake.gcs.list(StorageUri.parse("gs://my-test-bucket"), "/", null)).kind())
            .as("%s", answer)
            .isEqualTo(Kind.NOT_UNDERSTOOD);
        assertThat(fake.lines()).hasSize(1);
      }
    }
  }

  @Test
  void anAddressOfAnotherCloudIsNotAsked() throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> Response.empty(200))) {
      StorageUri amazon = StorageUri.parse("s3://b/k");
      assertThatIllegalArgumentException().isThrownBy(() -> fake.gcs.list(amazon, "/", null));
      assertThatIllegalArgumentException().isThrownBy(() -> fake.gcs.head(amazon));
      StorageUri bucket = StorageUri.parse("gs://b/");
      assertThatIllegalArgumentException().isThrownBy(() -> fake.gcs.delete(bucket));
      assertThat(fake.lines()).isEmpty();
    }
  }
}
