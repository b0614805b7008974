package dev.crosstrust.diagnosis.google;

import static dev.crosstrust.diagnosis.Legs.classic;
import static dev.crosstrust.diagnosis.Legs.data;
import static dev.crosstrust.diagnosis.Legs.diagnosed;
import static dev.crosstrust.diagnosis.Legs.exchanged;
import static dev.crosstrust.diagnosis.Legs.first;
import static dev.crosstrust.diagnosis.Legs.leg;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.Legs;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Cloud Storage answers, and what else the run says about it. */
class GcsRulesTest {
  private static final String POOL =
      "iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app";
  private static final String ROLE = "arn:aws:iam::111122223333:role/R";
  private static final String OBJECTS = "/storage/v1/b/b-1/o";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | required | Anonymous caller does not have storage.objects.list access to the Google"
            + " Cloud Storage bucket. Permission 'storage.objects.list' denied on resource (or it"
            + " may not exist). | gcs.anonymous",
        "401 | authError | Invalid Credentials | google.access-token-refused",
        "400 | required | Bucket is a requester pays bucket but no user project provided. |"
            + " gcs.requester-pays",
        "400 | required | Bucket is requester pays bucket but no user project provided. |"
            + " gcs.requester-pays",
        "404 | notFound | The specified bucket does not exist. | gcs.no-such-bucket",
        "404 | notFound | No such object: b-1/hello.txt | gcs.no-such-object",
        "404 | notFound | Not Found | gcs.no-such-object",
        "403 | forbidden | Provided scope(s) are not authorized | google.scope-insufficient",
        "403 | forbidden | Caller does not have storage.objects.get access to the Google Cloud"
            + " Storage object. | gcs.denied",
        "403 | forbidden | Something new | response.not-understood",
      })
  void anAnswerIsExplained(int status, String reason, String message, String id) {
    Finding finding =
        first(data("gcs.ListObjects", "GET", OBJECTS, status, classic(status, reason, message)));
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.because().getFirst()).contains(message);
  }

  @Test
  void aDownloadIsRefusedInPlainTextWithoutAnEnvelope() {
    String text =
        "a@p.iam.gserviceaccount.com does not have storage.objects.get access to the Google Cloud"
            + " Storage object.";
    Finding finding =
        first(data("gcs.GetObject", "GET", "/download/storage/v1/b/b-1/o/x?alt=media", 403, text));
    assertThat(finding.id()).isEqualTo("gcs.denied");
    assertThat(finding.confidence()).isEqualTo(Confidence.CERTAIN);
    assertThat(finding.fix().getFirst().gcloud())
        .isEqualTo(
            "gcloud storage buckets add-iam-policy-binding gs://b-1"
                + " --member=serviceAccount:a@p.iam.gserviceaccount.com"
                + " --role=roles/storage.objectViewer --condition=None");
  }

  @Test
  void anAddressThatIsNotEncodedIsReadAsItIs() {
    String text = "Caller does not have storage.objects.list access to the Google Cloud Storage x.";
    Finding finding =
        first(
            data("gcs.GetObject", "GET", "/storage/v1/b/50%/o/100%", 200, "{}"),
            data("gcs.ListObjects", "GET", "/storage/v1/b/50%/o", 403, classic(403, "x", text)));
    assertThat(finding.title()).contains("bucket 50%");
  }

  @Test
  void aRefusalSaysWhatTheTextLeavesOpen() {
    Finding finding =
        first(refused("storage.objects.create", "CreateObject", "POST", "/upload" + OBJECTS));
    assertThat(finding.title()).isEqualTo("storage.objects.create on bucket b-1 is refused");
    assertThat(finding.because().getLast())
        .contains("no grant", "deny policy", "principal access boundary", "not there");
    assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(finding.source()).isEqualTo(GoogleDenialFindings.PAGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "principal://"
            + POOL
            + "/subject/"
            + ROLE
            + " (52 of 127 bytes) where"
            + " google.subject=assertion.sub | principal://"
            + POOL
            + "/subject/"
            + ROLE,
        "principalSet://" + POOL + "/* | principal://" + POOL + "/subject/SUBJECT",
        "'' | principal://" + POOL + "/subject/SUBJECT",
      })
  void theGrantNamesThePrincipalOfTheRun(String said, String member) {
    Fix fix =
        diagnosed(
                exchanged(said),
                refused("storage.objects.create", "CreateObject", "POST", "/upload" + OBJECTS))
            .getFirst()
            .fix()
            .getFirst();
    assertThat(fix.gcloud()).contains("--member=" + member, "roles/storage.objectCreator");
    assertThat(fix.terraform())
        .contains("google_storage_bucket_iam_member", "member = \"" + member);
    assertThat(fix.effect()).isEqualTo(Fix.Effect.WIDENS);
    assertThat(fix.text().contains("SUBJECT")).isEqualTo(member.endsWith("SUBJECT"));
  }

  @Test
  void aServiceAccountThatTheRunBecameIsNamedInstead() {
    Leg became =
        leg(
            "impersonation",
            "iamcredentials",
            "generateAccessToken",
            200,
            new Leg.Sent(
                "POST",
                "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/sa%40p.iam.gserviceaccount.com:generateAccessToken",
                Map.of(),
                null),
            Map.of(),
            "{}");
    Finding finding =
        first(
            exchanged("principalSet://" + POOL + "/*"),
            became,
            refused("storage.objects.get", "GetObject", "GET", OBJECTS + "/x"));
    assertThat(finding.because()).contains("Asked as serviceAccount:sa@p.iam.gserviceaccount.com");
    assertThat(finding.fix().getFirst().gcloud())
        .contains("--member=serviceAccount:sa@p.iam.gserviceaccount.com");
  }

  @Test
  void whereNobodyIsNamedThePlaceholderIsSaidToBeOne() {
    Fix fix =
        first(refused("storage.objects.get", "GetObject", "GET", OBJECTS + "/x")).fix().getFirst();
    assertThat(fix.gcloud()).contains("--member=MEMBER");
    assertThat(fix.text()).contains("MEMBER is not known here");
  }

  @Test
  void listingBucketsIsGrantedOnTheProject() {
    Finding finding =
        first(refused("storage.buckets.list", "ListBuckets", "GET", "/storage/v1/b?project=p"));
    assertThat(finding.fix().getFirst().gcloud())
        .startsWith("gcloud projects add-iam-policy-binding PROJECT")
        .contains("roles/storage.bucketViewer");
  }

  @ParameterizedTest
  @CsvSource({
    "gcs.CreateObject, POST, /upload/storage/v1/b/b-1/o?name=hello.txt",
    "gcs.GetObject, GET, /download/storage/v1/b/b-1/o/hello.txt?alt=media",
    "gcs.GetObject, GET, /storage/v1/b/b-1/o/a%2Fhello.txt",
  })
  void aListingRefusedWhereObjectsAreHadIsLikelyAConditionOnObjects(
      String name, String method, String path) {
    Finding finding =
        first(
            data(name, method, path, 200, "{}"),
            refused("storage.objects.list", "ListObjects", "GET", OBJECTS));
    assertThat(finding.id()).isEqualTo("gcs.denied-list-under-object-condition");
    assertThat(finding.confidence()).isEqualTo(Confidence.LIKELY);
    assertThat(finding.because().get(1)).contains(name);
    assertThat(finding.fix().get(1).gcloud())
        .contains("resource.name == \"projects/_/buckets/b-1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /download/storage/v1/b/b-2/o/hello.txt?alt=media, 200",
    "GET, /download/storage/v1/b/b-1/o/hello.txt?alt=media, 403",
    "GET, /storage/v1/b/b-1/o/hello.txt/iam/testPermissions?permissions=storage.objects.get, 200",
    "GET, /storage/v1/b/b-1/o?prefix=a, 200",
  })
  void withoutAnObjectOfThatBucketItIsOnlyCalledPossible(String method, String path, int status) {
    Finding finding =
        diagnosed(
                data(
                    "gcs.Other",
                    method,
                    path,
                    status,
                    status == 200
                        ? "{}"
                        : classic(
                            403,
                            "forbidden",
                            "Caller does not have storage.objects.get access to the Google Cloud"
                                + " Storage object.")),
                refused("storage.objects.list", "ListObjects", "GET", OBJECTS))
            .stream()
            .filter(found -> found.title().startsWith("storage.objects.list"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.id()).isEqualTo("gcs.denied");
    assertThat(finding.because().getLast()).startsWith("Possibly a grant is there");
  }

  @Test
  void federatedIdentitiesMayBeTurnedAwayForListsOnSingleObjectsAndNobodyElseIs() {
    String text =
        "a@p.iam.gserviceaccount.com does not have storage.objects.get access to the Google Cloud"
            + " Storage object.";
    Leg leg = data("gcs.GetObject", "GET", OBJECTS + "/x", 403, classic(403, "forbidden", text));
    assertThat(first(refused("storage.objects.get", "GetObject", "GET", OBJECTS + "/x")).fix())
        .anySatisfy(
            fix -> {
              assertThat(fix.text()).contains("uniform access");
              assertThat(fix.gcloud())
                  .isEqualTo(
                      "gcloud storage buckets describe gs://b-1"
                          + " '--format=value(uniform_bucket_level_access)'");
            });
    assertThat(first(leg).fix()).noneMatch(fix -> fix.text().contains("uniform access"));
  }

  @Test
  void aLostAuthorizationHeaderIsToldFromAnAbsentOne() {
    String body =
        classic(
            401,
            "required",
            "Anonymous caller does not have storage.objects.get access to the Google Cloud Storage"
                + " object.");
    Leg lost = data("gcs.GetObject", "GET", OBJECTS + "/x", 401, body);
    Leg absent = leg("gcs.GetObject", "gcs", "GetObject", 401, Legs.get(Map.of()), Map.of(), body);
    assertThat(first(lost).fix().getFirst().text()).contains("proxy");
    assertThat(first(absent).fix().getFirst().text()).contains("sign in");
  }

  private static Leg refused(String permission, String operation, String method, String path) {
    String text =
        "Caller does not have %1$s access to the Google Cloud Storage thing. Permission '%1$s' denied on resource (or it may not exist)."
            .formatted(permission);
    return data("gcs." + operation, method, path, 403, classic(403, "forbidden", text));
  }
}
