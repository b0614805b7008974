package dev.crosstrust.storage.google;

import static dev.crosstrust.evidence.Outcomes.breakage;
import static dev.crosstrust.evidence.Outcomes.refusal;
import static dev.crosstrust.storage.google.FakeGcs.error;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.google.NoTokenException;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.storage.Destination;
import dev.crosstrust.storage.ObjectStore;
import dev.crosstrust.storage.Progress;
import dev.crosstrust.storage.StorageUri;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** However a call fails, it is made once, and its failure is a value. */
@Timeout(20)
class GcsRefusalTest {
  private static final StorageUri OBJECT = StorageUri.parse("gs://my-test-bucket/folder/data.bin");
  private static final String DENIED =
      "Caller does not have storage.objects.create access to the Google Cloud Storage object."
          + " Permission 'storage.objects.create' denied on resource (or it may not exist).";

  @TempDir static Path folder;

  /** All that can be asked of a storage. */
  enum Asked {
    LIST_BUCKETS("ListBuckets", gcs -> gcs.pages(StorageUri.parse("gs://"), false).next()),
    LIST_OBJECTS("ListObjects", gcs -> gcs.pages(OBJECT.withKey("folder/"), false).next()),
    HEAD("GetObjectMetadata", gcs -> gcs.head(OBJECT)),
    PREVIEW("GetObject", gcs -> gcs.firstBytes(OBJECT, 10)),
    DOWNLOAD("GetObject", gcs -> gcs.download(OBJECT, to(), Progress.NONE)),
    UPLOAD("CreateObject", gcs -> gcs.upload(file(), OBJECT, Progress.NONE)),
    DELETE("DeleteObject", gcs -> gcs.delete(OBJECT));

    private final String operation;

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas above hold no state
    private final Function<ObjectStore, Outcome<?>> asking;

    Asked(String operation, Function<ObjectStore, Outcome<?>> asking) {
      this.operation = operation;
      this.asking = asking;
    }
  }

  private static Destination to() {
    return new Destination(folder.resolve("never-there"), false);
  }

  private static Path file() {
    try {
      return Files.writeString(folder.resolve("small"), "hello");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome<?> once(FakeGcs fake, Asked asked) {
    Outcome<?> outcome = asked.asking.apply(fake.gcs);
    assertThat(fake.lines()).as("calls").hasSize(1);
    assertThat(fake.legs()).containsExactly("gcs." + asked.operation);
    assertThat(folder.resolve("never-there")).doesNotExist();
    return outcome;
  }

  @ParameterizedTest
  @EnumSource
  void eachRefusalIsInTheWordsOfTheService(Asked asked) throws IOException {
    for (Refusal wanted :
        List.of(
            refused(asked, 400, "required", "Required parameter: project"),
            refused(asked, 401, "authError", "Invalid Credentials"),
            refused(asked, 403, "forbidden", DENIED),
            refused(asked, 404, "notFound", "The specified bucket does not exist."),
            refused(asked, 412, "conditionNotMet", "At least one did not hold."),
            refused(asked, 429, "rateLimitExceeded", "Too many requests."))) {
      try (FakeGcs fake =
          new FakeGcs(_ -> error(wanted.status(), wanted.code(), wanted.message()))) {
        assertThat(refusal(once(fake, asked))).isEqualTo(wanted);
        assertThat(fake.recorder.legs().getFirst().outcome()).isEqualTo(Leg.Result.REFUSED);
        assertThat(fake.recorder.legs().getFirst().response().body()).contains(wanted.message());
      }
    }
  }

  private static Refusal refused(Asked asked, int status, String code, String message) {
    return new Refusal("gcs", asked.operation, status, code, message, "ADPycdt7");
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNoAnswerOfTheServiceIsNotUnderstood(Asked asked) throws IOException {
    for (Response answer :
        List.of(
            error(503, "backendError", "We encountered an internal error. Please try again."),
            error(500, "internalError", "Internal Error"),
            Response.of(502, "text/html", "<html><h1>502 Bad Gateway</h1></html>"),
            Response.of(403, "text/html", "<html><h1>Blocked by your company</h1></html>"),
            Response.of(403, "application/json", "{\"blocked\":true}"),
            Response.empty(407))) {
      try (FakeGcs fake = new FakeGcs(_ -> answer)) {
        assertThat(breakage(once(fake, asked)).kind())
            .as("%s", answer)
            .isEqualTo(Kind.NOT_UNDERSTOOD);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRedirectIsNotFollowedWithTheToken(Asked asked) throws IOException {
    try (FakeGcs elsewhere = new FakeGcs(_ -> Response.empty(200));
        FakeGcs fake =
            new FakeGcs(
                _ -> Response.empty(302).with("Location", "http://127.0.0.1:1/somewhere"))) {
      assertThat(breakage(once(fake, asked)).kind()).isEqualTo(Kind.NOT_UNDERSTOOD);
      assertThat(elsewhere.seen).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionThatClosesIsNotTriedAgain(Asked asked) throws IOException {
    try (FakeGcs fake =
        new FakeGcs(
            _ -> {
              throw new IOException("the server dies");
            })) {
      Outcome<?> outcome = asked.asking.apply(fake.gcs);
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.UNREACHABLE);
      assertThat(breakage(outcome).message()).contains("storage.googleapis.com");
      assertThat(fake.legs()).containsExactly("gcs." + asked.operation);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedThreadAsksNothing(Asked asked) throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> Response.empty(200))) {
      Thread.currentThread().interrupt();
      Outcome<?> outcome = asked.asking.apply(fake.gcs);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(breakage(outcome).kind()).isEqualTo(Kind.CANCELLED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whyThereIsNoTokenAnyMoreIsTheOutcome(Asked asked) {
    Refusal expired = new Refusal("sts", "token", 400, "invalid_grant", "too old", null);
    Recorder recorder = new Recorder();
    GcsTarget target = new GcsTarget(URI.create("https://storage.googleapis.com"), "p");
    try (Wire wire = new Wire(Origins.REAL, recorder, InstantSource.system());
        Gcs gcs =
            new Gcs(
                wire,
                target,
                () -> {
                  throw new NoTokenException(new Refused<>(expired));
                })) {
      assertThat(refusal(asked.asking.apply(gcs))).isEqualTo(expired);
      assertThat(recorder.legs()).isEmpty();
    }
  }

  /** As it really is: plain words, said to be HTML. */
  @ParameterizedTest
  @CsvSource({
    "404, No such object: my-test-bucket/folder/data.bin",
    "403, a@b.iam.gserviceaccount.com does not have storage.objects.get access to it.",
  })
  void whoAsksForContentIsRefusedInPlainWords(int status, String words) throws IOException {
    try (FakeGcs fake =
        new FakeGcs(_ -> Response.of(status, "text/html; charset=UTF-8", words + "\n"))) {
      Refusal refusal = refusal(once(fake, Asked.DOWNLOAD));
      assertThat(refusal).isEqualTo(new Refusal("gcs", "GetObject", status, null, words, null));
      assertThat(fake.recorder.legs().getFirst().outcome()).isEqualTo(Leg.Result.REFUSED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "LIST_BUCKETS, gs://, storage.buckets.list,"
        + " //cloudresourcemanager.googleapis.com/projects/demo-product-sbx",
    "LIST_OBJECTS, gs://b-1/x/, storage.objects.list,"
        + " //storage.googleapis.com/projects/_/buckets/b-1",
    "HEAD, gs://b-1/x/y, storage.objects.get,"
        + " //storage.googleapis.com/projects/_/buckets/b-1/objects/x/y",
    "UPLOAD, gs://b-1/x/y, storage.objects.create,"
        + " //storage.googleapis.com/projects/_/buckets/b-1/objects/x/y",
    "DELETE, gs://b-1/x/y, storage.objects.delete,"
        + " //storage.googleapis.com/projects/_/buckets/b-1/objects/x/y",
  })
  void aDenialIsCompletedFromWhatWasAsked(
      Asked asked, String uri, String permission, String resource) throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> error(403, "forbidden", "Forbidden"))) {
      Refusal refusal = refusal(once(fake, asked));
      assertThat(fake.gcs.denial(refusal, StorageUri.parse(uri)))
          .hasValueSatisfying(
              denial -> {
                assertThat(denial.permission()).isEqualTo(permission);
                assertThat(denial.resource()).isEqualTo(resource);
              });
    }
  }

  @Test
  void aMissingBucketIsNoDenial() throws IOException {
    try (FakeGcs fake = new FakeGcs(_ -> error(404, "notFound", "Not Found"))) {
      assertThat(fake.gcs.denial(refusal(once(fake, Asked.LIST_OBJECTS)), OBJECT)).isEmpty();
    }
  }
}
