package dev.crosstrust.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.diagnosis.PublishedAnswers.Refusal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that nobody published, made by the grammar: what went in comes out. */
class ExplainGeneratedTest {
  private static final long SEED = 20261121;
  private static final int TEXTS = 2000;

  private final Random random = new Random(SEED);

  @Test
  void refusalsOfAwsRoundTrip() {
    for (int i = 0; i < TEXTS; i++) {
      Refusal refusal = aws();
      String text = wrapped(sentence(refusal));
      Explained explained = Explain.text(text);
      assertThat(Refusal.of(explained.denial())).as(text).isEqualTo(refusal);
      assertThat(explained.findings()).as(text).isNotEmpty();
    }
  }

  @Test
  void refusalsOfGoogleRoundTrip() {
    for (int i = 0; i < TEXTS; i++) {
      Refusal refusal = google();
      String text = wrapped(sentence(refusal));
      Explained explained = Explain.text(text);
      assertThat(Refusal.of(explained.denial())).as(text).isEqualTo(refusal);
      assertThat(explained.findings()).as(text).isNotEmpty();
    }
  }

  private Refusal aws() {
    String partition = one("aws", "aws-cn", "aws-us-gov", "aws-iso");
    String account = "%012d".formatted(random.nextLong(1_000_000_000_000L));
    String principal =
        one(
            "arn:%s:iam::%s:user/%s".formatted(partition, account, name()),
            "arn:%s:sts::%s:assumed-role/%s/%s".formatted(partition, account, name(), session()),
            "arn:%s:sts::%s:federated-user/%s".formatted(partition, account, name()),
            "arn:%s:iam::%s:root".formatted(partition, account),
            "***");
    String service = one("s3", "ec2", "lambda", "dynamodb", "secretsmanager", "sqs", "iam", "kms");
    String action =
        service + ":" + one("Get", "List", "Put", "Delete") + one("Thing", "Object", "X2");
    String resource =
        one(
            "arn:%s:%s:eu-west-1:%s:thing/%s".formatted(partition, service, account, name()),
            "arn:%s:s3:::%s/*".formatted(partition, name()),
            "*",
            "role " + name(),
            "this resource",
            null);
    String type =
        one(
            "identity-based",
            "resource-based",
            "permissions-boundary",
            "session",
            "service-control",
            "resource-control",
            "vpc-endpoint",
            null);
    Boolean explicit = type == null ? null : random.nextBoolean();
    boolean named = Boolean.TRUE.equals(explicit) && random.nextBoolean();
    String id = type != null && random.nextInt(3) == 0 ? "a" + random.nextLong(1L << 50) : null;
    return new Refusal(
        principal,
        action,
        null,
        resource,
        type,
        named ? "arn:%s:iam::%s:policy/%s".formatted(partition, account, name()) : null,
        explicit,
        id,
        false);
  }

  private Refusal google() {
    boolean storage = random.nextBoolean();
    String permission =
        storage
            ? "storage.objects." + one("get", "list", "create", "delete", "update")
            : one("pubsub.topics.publish", "run.routes.invoke", "secretmanager.versions.access");
    String who = one("Caller", name() + "@" + "p.iam.gserviceaccount.com", "x.y@example.com");
    String resource =
        one(
            "//storage.googleapis.com/projects/_/buckets/b/objects/it's " + name(),
            "projects/p",
            null);
    return new Refusal(
        storage ? who : null, null, permission, resource, null, null, null, null, true);
  }

  private String sentence(Refusal refusal) {
    if (refusal.permission() != null) {
      return (refusal.principal() == null
              ? ""
              : "%s does not have %s access to the Google Cloud Storage %s. "
                  .formatted(refusal.principal(), refusal.permission(), one("object", "bucket")))
          + "Permission '%s' denied on resource%s (or it may not exist)."
              .formatted(
                  refusal.permission(),
                  refusal.resource() == null ? "" : " '%s'".formatted(refusal.resource()))
          + one(
              "",
              " Remediate access with this Troubleshooter URL or share it with your administrator -"
                  + " https://console.cloud.google.com/iam-admin/troubleshooter/summary;errorId=Ab1");
    }
    return "User: %s is not authorized to perform: %s%s%s%s"
        .formatted(
            refusal.principal(),
            refusal.action(),
            resource(refusal.resource()),
            reason(refusal),
            refusal.authorizationId() == null
                ? one("", ".")
                : (". Go to https://eu-west-1.console.aws.amazon.com/iam/home?region=eu-west-1"
                        + "#/authorization-details/%1$s for complete details, or call the"
                        + " GetRequestAuthorizationDetails API with the following authorization id:"
                        + " %1$s")
                    .formatted(refusal.authorizationId()));
  }

  private String resource(String resource) {
    return resource == null
        ? ""
        : resource.startsWith("this")
            ? " on " + resource
            : " on resource: " + (random.nextBoolean() ? resource : "\"" + resource + "\"");
  }

  private String reason(Refusal refusal) {
    if (refusal.policyType() == null) {
      return "";
    }
    String kind =
        switch (refusal.policyType()) {
          case "permissions-boundary" -> "permissions boundary";
          case "vpc-endpoint" -> "VPC endpoint policy";
          case "service-control", "resource-control" ->
              refusal.policyType().replace('-', ' ') + " policy";
          default -> refusal.policyType() + " policy";
        };
    if (Boolean.FALSE.equals(refusal.explicit())) {
      return " because no %s allows the %s action".formatted(kind, refusal.action());
    }
    String arn = refusal.policyArn();
    return " with an explicit deny in %s %s".formatted(one("a", "an", "the"), kind)
        + (arn == null ? "" : one(": ", ", with policy ARN: ") + arn);
  }

  private String wrapped(String sentence) {
    List<Wrappings.Wrapped> all = Wrappings.ofAny(sentence);
    return random.nextInt(4) == 0 ? sentence : all.get(random.nextInt(all.size())).text();
  }

  private String name() {
    return one("poc", "Data-Reader", "a_b", "team.x", "r2") + random.nextInt(1000);
  }

  private String session() {
    return one("i-0b3ac76e78e5cf1c2", "first.last@example.com", "a=b,c", "botocore-session-1");
  }

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }
}
