package dev.crosstrust.storage.aws;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.done;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static dev.crosstrust.storage.aws.FakeS3.error;
import static dev.crosstrust.storage.aws.FakeS3.xml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.storage.Page;
import dev.crosstrust.storage.Pages;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class S3ListingTest {
  private static final StorageUri ROOT = StorageUri.parse("s3://");

  private static String objects(String inner) {
    return "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>b</Name>"
        + "<EncodingType>url</EncodingType>"
        + inner
        + "</ListBucketResult>";
  }

  @Test
  void bucketsComeWithRegionAndDate() throws IOException {
    String answer =
        """
        <ListAllMyBucketsResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Owner><ID>o</ID></Owner>\
        <Buckets><Bucket><Name>billing-export-111122223333</Name>\
        <CreationDate>2026-02-03T16:45:09.000Z</CreationDate><BucketRegion>eu-west-1</BucketRegion></Bucket>\
        </Buckets><ContinuationToken>next/1</ContinuationToken></ListAllMyBucketsResult>\
        """;
    try (FakeS3 fake = new FakeS3(_ -> xml(200, answer))) {
      assertThat(done(fake.s3.buckets("bill", null)))
          .isEqualTo(
              new Page<Entry>(
                  List.of(
                      new Entry.Bucket(
                          StorageUri.parse("s3://billing-export-111122223333"),
                          Instant.parse("2026-02-03T16:45:09Z"),
                          "eu-west-1")),
                  "next/1"));
      assertThat(fake.lines().getFirst()).startsWith("GET /?").contains("prefix=bill");
      assertThat(fake.legs()).containsExactly("s3.ListBuckets");
    }
  }

  @Test
  void aPlaceShowsPrefixesThenObjectsAndAsksForBothByName() throws IOException {
    String answer =
        objects(
            """
            <Prefix>logs/</Prefix><Delimiter>/</Delimiter><IsTruncated>false</IsTruncated>\
            <Contents><Key>logs/today.txt</Key><LastModified>2026-11-21T10:00:00.000Z</LastModified>\
            <ETag>&quot;9b2cf535f27731c974343645a3985328&quot;</ETag><Size>12</Size>\
            <StorageClass>STANDARD_IA</StorageClass></Contents>\
            <CommonPrefixes><Prefix>logs/2026/</Prefix></CommonPrefixes>\
            """);
    StorageUri at = StorageUri.parse("s3://b/logs/");
    try (FakeS3 fake = new FakeS3(_ -> xml(200, answer))) {
      assertThat(done(fake.s3.pages(at, false).next()).items())
          .containsExactly(
              new Entry.Prefix(StorageUri.parse("s3://b/logs/2026/")),
              new Entry.StoredObject(
                  StorageUri.parse("s3://b/logs/today.txt"),
                  12,
                  Instant.parse("2026-11-21T10:00:00Z"),
                  "STANDARD_IA",
                  "9b2cf535f27731c974343645a3985328"));
      assertThat(fake.lines()).hasSize(1);
      assertThat(fake.lines().getFirst())
          .startsWith("GET /b?")
          .contains("list-type=2", "prefix=logs%2F", "delimiter=%2F", "encoding-type=url");
    }
  }

  @Test
  void hostileKeysArriveAsTheyAre() throws IOException {
    String answer =
        objects(
            """
            <Prefix>a+b%2F</Prefix><Contents><Key>a+b%2F..%2F%E6%97%A5%01%2B%25</Key><Size>0</Size></Contents>\
            <CommonPrefixes><Prefix>a+b%2F%2F</Prefix></CommonPrefixes>\
            """);
    StorageUri at = StorageUri.parse("s3://b/a b/");
    try (FakeS3 fake = new FakeS3(_ -> xml(200, answer))) {
      assertThat(done(fake.s3.list(at, "/", null)).items())
          .containsExactly(
              new Entry.Prefix(StorageUri.parse("s3://b/a b//")),
              new Entry.StoredObject(
                  StorageUri.parse("s3://b/a b/../日\u0001+%"), 0, null, null, null));
      assertThat(fake.lines().getFirst()).contains("prefix=a%20b%2F");
    }
  }

  @Test
  void pagesAreAskedForOneByOne() throws IOException {
    try (FakeS3 fake =
        new FakeS3(
            request ->
                xml(
                    200,
                    objects(
                        request.is("GET", "continuation-token=t%2F1%2B")
                            ? "<IsTruncated>false</IsTruncated><Contents><Key>z</Key><Size>1</Size></Contents>"
                            : "<IsTruncated>true</IsTruncated><NextContinuationToken>t/1+</NextContinuationToken>"
                                  + "<Contents><Key>a</Key><Size>1</Size></Contents>")))) {
      Pages<Entry> pages = fake.s3.pages(StorageUri.parse("s3://b"), true);
      assertThat(fake.lines()).isEmpty();
      List<String> keys = new ArrayList<>();
      pages.forEachRemaining(
          page -> done(page).items().forEach(entry -> keys.add(entry.uri().key())));
      assertThat(keys).containsExactly("a", "z");
      assertThat(fake.lines()).hasSize(2).noneMatch(line -> line.contains("delimiter"));
      assertThat(fake.legs()).containsExactly("s3.ListObjectsV2", "s3.ListObjectsV2");
    }
  }

  @Test
  void aRefusalIsInTheWordsOfS3() throws IOException {
    String text =
        "User: arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session is not"
            + " authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows"
            + " the s3:ListAllMyBuckets action";
    try (FakeS3 fake = new FakeS3(_ -> error(403, "AccessDenied", text))) {
      Pages<Entry> pages = fake.s3.pages(ROOT, false);
      assertThat(refusal(pages.next()))
          .isEqualTo(
              new Refusal("s3", "ListBuckets", 403, "AccessDenied", text, "4442587FB7D0A2F9"));
      assertThat(pages.hasNext()).isFalse();
      assertThat(fake.lines()).hasSize(1);
    }
  }

  @Test
  void nothingSecretIsInTheEvidence() throws IOException {
    try (FakeS3 fake = new FakeS3(_ -> error(403, "AccessDenied", "Access Denied"))) {
      fake.s3.list(StorageUri.parse("s3://audit-logs-444455556666/"), "/", null);
      Leg leg = fake.recorder.legs().getFirst();
      assertThat(fake.seen.getFirst().request().header("x-amz-security-token"))
          .hasValue(FakeS3.SESSION.reveal());
      assertThat(leg.toString())
          .contains("ASIATEST", "AccessDenied")
          .doesNotContain(FakeS3.SECRET_KEY.reveal(), FakeS3.SESSION.reveal());
    }
  }

  @Test
  void anAnswerWithoutWhatEveryEntryHasIsNotUnderstood() throws IOException {
    String noName = "<ListAllMyBucketsResult><Buckets><Bucket/></Buckets></ListAllMyBucketsResult>";
    String badName =
        "<ListAllMyBucketsResult><Buckets><Bucket><Name>a@evil</Name></Bucket></Buckets></ListAllMyBucketsResult>";
    for (Response answer :
        List.of(
            xml(200, noName),
            xml(200, badName),
            Response.of(200, "text/html", "<html><body>Sign in<p></body>"))) {
      try (FakeS3 fake = new FakeS3(_ -> answer)) {
        assertThat(breakage(fake.s3.buckets(null, null)).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
      }
    }
    try (FakeS3 fake = new FakeS3(_ -> xml(200, objects("<Contents><Size>1</Size></Contents>")))) {
      assertThat(breakage(fake.s3.list(StorageUri.parse("s3://b"), "/", null)).message())
          .isEqualTo("s3: the answer lacks a key");
    }
  }

  @Test
  void anAddressOfAnotherCloudIsNotAsked() throws IOException {
    try (FakeS3 fake = new FakeS3(_ -> Response.empty(200))) {
      StorageUri google = StorageUri.parse("gs://b/k");
      assertThatIllegalArgumentException().isThrownBy(() -> fake.s3.list(google, "/", null));
      assertThatIllegalArgumentException().isThrownBy(() -> fake.s3.head(google));
      StorageUri bucket = StorageUri.parse("s3://b/");
      assertThatIllegalArgumentException().isThrownBy(() -> fake.s3.delete(bucket));
      assertThat(fake.lines()).isEmpty();
    }
  }
}
