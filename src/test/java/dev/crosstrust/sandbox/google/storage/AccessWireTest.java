package dev.crosstrust.sandbox.google.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.Wire;
import dev.crosstrust.sandbox.google.Wire.Answer;
import dev.crosstrust.sandbox.google.policy.Resource;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AccessWireTest {
  private static final String B = "/storage/v1/b/";

  private static Wire wire;
  private static Wire.As lambda;
  private static Wire.As owner;

  @BeforeAll
  static void start() throws IOException {
    wire = new Wire();
    lambda = wire.as(Wire.LAMBDA);
    owner = wire.as(Wire.OWNER);
    Bucket bucket = wire.cloud().buckets().find(Wire.BUCKET).orElseThrow();
    wire.cloud().buckets().put(bucket, "hello.txt", "text/plain", "hello", Instant.now());
  }

  @AfterAll
  static void stop() {
    wire.close();
  }

  private static Answer upload(Wire.As who, String bucket, String name) {
    return who.send(
        "POST", "/upload" + B + bucket + "/o?uploadType=media&name=" + name, "x".getBytes(UTF_8));
  }

  private static String denied(String who, String permission, String where) {
    return "%1$s does not have %2$s access to the Google Cloud %3$s. Permission '%2$s' denied on resource (or it may not exist)."
        .formatted(who, permission, where);
  }

  @Test
  void aConditionOnObjectsLetsReadsAndWritesThroughAndRefusesTheListing() {
    assertThat(lambda.get(B + Wire.BUCKET + "/o/hello.txt?alt=media").text()).isEqualTo("hello");
    assertThat(upload(lambda, Wire.BUCKET, "written.txt").status()).isEqualTo(200);
    assertThat(lambda.delete(B + Wire.BUCKET + "/o/written.txt").status()).isEqualTo(204);

    Answer list = lambda.get(B + Wire.BUCKET + "/o");
    assertThat(list.status()).isEqualTo(403);
    assertThat(list.reason()).isEqualTo("forbidden");
    assertThat(list.message())
        .isEqualTo(denied("Caller", "storage.objects.list", "Storage bucket"));
  }

  @Test
  void theSecondBucketRefusesBecauseNothingGrantsIt() {
    Answer refused = upload(lambda, Wire.OTHER, "hello.txt");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.message())
        .isEqualTo(
            "Caller does not have storage.objects.create access to the Google Cloud Storage object."
                + " Permission 'storage.objects.create' denied on resource (or it may not exist).");
  }

  @Test
  void bucketsAreListedByThoseWhoMay() {
    assertThat(
            owner
                .get(B.substring(0, B.length() - 1) + "?project=" + Wire.PROJECT)
                .json()
                .get("items"))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(lambda.get("/storage/v1/b?project=" + Wire.PROJECT).message())
        .isEqualTo(denied("Caller", "storage.buckets.list", "project"));
    assertThat(lambda.get(B + Wire.BUCKET).message())
        .isEqualTo(denied("Caller", "storage.buckets.get", "Storage bucket"));
    assertThat(
            owner
                .get(B + Wire.BUCKET)
                .json()
                .at("/iamConfiguration/uniformBucketLevelAccess/enabled")
                .asBoolean())
        .isTrue();
  }

  @Test
  void anAccountIsCalledByItsEmail() {
    var worker =
        wire.as(
            wire.cloud()
                .directory()
                .findServiceAccount("worker@" + Wire.PROJECT + ".iam.gserviceaccount.com")
                .orElseThrow());

    assertThat(worker.get(B + Wire.BUCKET + "/o/hello.txt").message())
        .isEqualTo(
            denied(
                "worker@" + Wire.PROJECT + ".iam.gserviceaccount.com",
                "storage.objects.get",
                "Storage object"));
  }

  @Test
  void whoMayNotListIsNotToldWhatIsMissing() {
    assertThat(owner.get(B + Wire.BUCKET + "/o/none").message())
        .isEqualTo("No such object: " + Wire.BUCKET + "/none");
    assertThat(lambda.get(B + Wire.BUCKET + "/o/none").message())
        .isEqualTo(denied("Caller", "storage.objects.get", "Storage object"));
    assertThat(lambda.get(B + "no-such-bucket-anywhere/o").message())
        .isEqualTo("The specified bucket does not exist.");
  }

  @Test
  void overwritingNeedsThePermissionToDelete() {
    Bucket bucket = wire.bucket("creators", true);
    wire.cloud()
        .policies()
        .grant(bucket.resource(), "roles/storage.objectCreator", Wire.LAMBDA.member());

    assertThat(upload(lambda, "creators", "a").status()).isEqualTo(200);
    assertThat(upload(lambda, "creators", "a").message())
        .isEqualTo(denied("Caller", "storage.objects.delete", "Storage object"));
  }

  @Test
  void aBucketWithListsOnSingleObjectsTurnsTheFederatedAway() {
    Bucket bucket = wire.bucket("fine-grained", false);
    wire.cloud()
        .policies()
        .grant(bucket.resource(), "roles/storage.objectAdmin", Wire.LAMBDA.member())
        .grant(bucket.resource(), "roles/storage.objectAdmin", "user:" + Wire.OWNER.email());

    assertThat(upload(lambda, "fine-grained", "a").status()).isEqualTo(403);
    assertThat(upload(owner, "fine-grained", "a").status()).isEqualTo(200);
  }

  @Test
  void aBearerThatIsNoneAndNoBearerAreTwoThings() {
    Answer wrong = wire.withBearer("ya29.nothing").get(B + Wire.BUCKET + "/o");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.message()).isEqualTo("Invalid Credentials");
    assertThat(wrong.reason()).isEqualTo("authError");
    assertThat(wrong.json().at("/error/errors/0/location").asString()).isEqualTo("Authorization");

    Answer anonymous = wire.anonymous().get(B + Wire.BUCKET + "/o");
    assertThat(anonymous.status()).isEqualTo(401);
    assertThat(anonymous.message())
        .isEqualTo(denied("Anonymous caller", "storage.objects.list", "Storage bucket"));

    Bucket open = wire.bucket("open", true);
    wire.cloud().policies().grant(open.resource(), "roles/storage.objectViewer", "allUsers");
    assertThat(wire.anonymous().get(B + "open/o").status()).isEqualTo(200);
  }

  @Test
  void aTokenForReadingDoesNotWrite() {
    Wire.As reader = wire.as(Wire.OWNER, "https://www.googleapis.com/auth/devstorage.read_only");

    assertThat(reader.get(B + Wire.BUCKET + "/o").status()).isEqualTo(200);
    assertThat(upload(reader, Wire.BUCKET, "a").message())
        .isEqualTo("Provided scope(s) are not authorized");
  }

  @Test
  void permissionsOnAnObjectShowWhatThoseOnTheBucketDoNot() {
    String permissions =
        "/iam/testPermissions?permissions=storage.objects.get&permissions=storage.objects.list";

    JsonNode onBucket = lambda.get(B + Wire.BUCKET + permissions).json();
    JsonNode onObject = lambda.get(B + Wire.BUCKET + "/o/any%2Fthing" + permissions).json();

    assertThat(onBucket.has("permissions")).isFalse();
    assertThat(onObject.get("permissions").valueStream().map(JsonNode::asString))
        .containsExactly("storage.objects.get", "storage.objects.list");
  }

  @Test
  void thePolicyOfABucketIsReadAndWritten() {
    wire.bucket("managed", true);
    String path = B + "managed/iam";
    JsonNode before = owner.get(path + "?optionsRequestedPolicyVersion=3").json();
    assertThat(before.get("bindings")).hasSize(6);
    String policy =
        """
        {"etag":"%s","version":3,"bindings":[
          {"role":"roles/storage.legacyBucketOwner","members":["projectOwner:%s"]},
          {"role":"roles/storage.objectViewer","members":["%s"],
           "condition":{"title":"t","expression":"resource.name.endsWith('.txt')"}}]}
        """
            .formatted(before.get("etag").asString(), Wire.PROJECT, Wire.LAMBDA.member());

    assertThat(owner.send("PUT", path, policy.getBytes(UTF_8)).status()).isEqualTo(200);
    assertThat(owner.send("PUT", path, policy.getBytes(UTF_8)).status()).isEqualTo(412);
    assertThat(lambda.get(path).message())
        .isEqualTo(denied("Caller", "storage.buckets.getIamPolicy", "Storage bucket"));

    JsonNode withoutConditions = owner.get(path).json();
    assertThat(withoutConditions.get("version").asInt()).isEqualTo(1);
    assertThat(withoutConditions.at("/bindings/1/role").asString())
        .startsWith("roles/storage.objectViewer_withcond_");
    Resource managed = Resource.bucket(Wire.PROJECT, "managed");
    assertThat(
            wire.cloud()
                .policies()
                .allow(Wire.LAMBDA, "storage.objects.get", managed.object("a.txt")))
        .isTrue();
    assertThat(
            wire.cloud()
                .policies()
                .allow(Wire.LAMBDA, "storage.objects.get", managed.object("a.bin")))
        .isFalse();
  }

  @Test
  void aPolicyWithARoleThatDoesNotExistIsNotTaken() {
    wire.bucket("strict", true);
    for (String binding :
        List.of(
            "{\"role\":\"roles/storage.nobody\",\"members\":[\"allUsers\"]}",
            "{\"role\":\"roles/storage.admin\",\"members\":[\"allUsers\"],\"condition\":{\"title\":\"t\",\"expression\":\"(\"}}",
            "{\"role\":\"roles/storage.admin\",\"members\":[\"allUsers\"],\"condition\":{\"expression\":\"true\"}}")) {
      String policy = "{\"bindings\":[" + binding + "]}";

      assertThat(owner.send("PUT", B + "strict/iam", policy.getBytes(UTF_8)).status())
          .isEqualTo(400);
    }
  }
}
