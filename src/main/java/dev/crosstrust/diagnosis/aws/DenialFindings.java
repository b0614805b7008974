package dev.crosstrust.diagnosis.aws;

import static java.util.Objects.requireNonNullElse;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.PolicyType;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a refusal of AWS means, by the kind of policy that it names.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Access
 *     denied error messages</a>
 */
public final class DenialFindings {
  private static final String PAGE =
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html";
  private static final String S3_PAGE =
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html";

  private DenialFindings() {}

  /** The finding of a refusal, with what the answer around it adds. */
  public static Finding of(Denial denial, Symptom symptom) {
    if (denial.action() == null) {
      return wordless(symptom);
    }
    if ("s3:ListBucket".equals(denial.action()) && readsOneObject(symptom)) {
      return hidden();
    }
    if (denial.action().startsWith("kms:")) {
      return finding("aws.denied-kms", denial, "the key's policy and the role's policies for KMS");
    }
    PolicyType type = denial.policyType();
    if (type != null) {
      return byType(type, denial);
    }
    return Arns.sameRole(denial.principal(), denial.resource())
        ? sameRole(denial)
        : finding("aws.denied-unexplained", denial, "every kind of policy that applies")
            .confidence(Confidence.POSSIBLE);
  }

  private static Finding byType(PolicyType type, Denial denial) {
    boolean explicit = Boolean.TRUE.equals(denial.explicit());
    Finding found =
        switch (type) {
          case IDENTITY_BASED ->
              finding(
                  explicit ? "aws.denied-explicit-identity" : "aws.denied-identity-policy",
                  denial,
                  "the policies of the role");
          case RESOURCE_BASED, ROLE_TRUST ->
              finding(
                  explicit ? "aws.denied-explicit-resource" : "aws.denied-resource-policy",
                  denial,
                  type == PolicyType.ROLE_TRUST
                      ? "the trust policy of the role to be assumed"
                      : "the resource's own policy");
          case SERVICE_CONTROL ->
              finding("aws.denied-scp", denial, "the organisation's service control policy");
          case RESOURCE_CONTROL ->
              finding("aws.denied-rcp", denial, "the organisation's resource control policy");
          case PERMISSIONS_BOUNDARY ->
              finding("aws.denied-boundary", denial, "the permissions boundary of the role");
          case SESSION ->
              finding("aws.denied-session-policy", denial, "the policies given with the session");
          case VPC_ENDPOINT ->
              finding("aws.denied-vpc-endpoint", denial, "the VPC endpoint's policy");
          case PUBLIC_ACCESS_BLOCK ->
              finding("aws.denied-public-access-block", denial, "S3 Block Public Access")
                  .fix(withoutAcl());
        };
    return denial.explicit() == null && type != PolicyType.PUBLIC_ACCESS_BLOCK
        ? found.confidence(Confidence.POSSIBLE)
        : found;
  }

  private static Finding finding(String id, Denial denial, String look) {
    String resource = requireNonNullElse(denial.resource(), "the resource");
    return Finding.error(
            id, "%s on %s is refused%s".formatted(denial.action(), resource, by(denial)))
        .because(because(denial))
        .fix(fixes(denial, resource, look))
        .source(PAGE);
  }

  /** Tools do so where a role is named in their settings and is given to them besides. */
  private static Finding sameRole(Denial denial) {
    return Finding.error(
            "aws.denied-unexplained",
            "A session of role %s asked to assume that role again"
                .formatted(Arns.roleNameOr(denial.principal())))
        .because(because(denial))
        .fix(
            Fix.of(
                "Leave the role out of the tool's settings: the keys that it finds around it are"
                    + " that role's already"),
            new Fix(
                "Or let the role's trust policy name the role itself",
                Commands.of(
                    "aws iam get-role",
                    "--role-name",
                    Arns.roleNameOr(denial.principal()),
                    "--query",
                    "Role.AssumeRolePolicyDocument"),
                null,
                null,
                Fix.Effect.WIDENS))
        .confidence(Confidence.LIKELY)
        .source(PAGE);
  }

  private static String by(Denial denial) {
    PolicyType type = denial.policyType();
    if (type == null) {
      return "";
    }
    String kind = type.text().replace('-', ' ').replace(" based", "-based");
    if (denial.explicit() == null) {
      return ": look at " + kind;
    }
    return denial.explicit()
        ? " by a Deny in a %s policy".formatted(kind)
        : ": no %s policy allows it".formatted(kind);
  }

  private static String[] because(Denial denial) {
    List<String> lines = new ArrayList<>();
    lines.add("Asked as %s".formatted(denial.principal()));
    if (denial.policyArn() != null) {
      lines.add("The policy that refuses: %s".formatted(denial.policyArn()));
    }
    if (denial.policyType() != null) {
      lines.add("AWS names one kind of policy, even where several refuse");
    }
    if (denial.mayNotExist()) {
      lines.add("The text leaves open whether the resource is there at all");
    }
    return lines.toArray(String[]::new);
  }

  private static Fix[] fixes(Denial denial, String resource, String look) {
    List<Fix> fixes = new ArrayList<>();
    boolean deny = Boolean.TRUE.equals(denial.explicit());
    String text =
        deny
            ? "Change the Deny in %s: no Allow elsewhere outweighs it".formatted(look)
            : "Allow %s on %s in %s".formatted(denial.action(), resource, look);
    if (isOfIdentity(denial)) {
      fixes.addAll(RolePolicies.fixes(denial, text));
    } else {
      fixes.add(new Fix(text, look(denial), null, null, Fix.Effect.WIDENS));
    }
    if (denial.authorizationId() != null) {
      fixes.add(
          Fix.of("Have AWS show its reasons; they are kept for a day")
              .withAws(
                  Commands.of(
                      "aws iam-toolbox get-request-authorization-details",
                      "--authorization-id",
                      denial.authorizationId())));
    }
    if (denial.encodedMessage() != null) {
      fixes.add(
          Fix.of("Have the encoded message decoded")
              .withAws("aws sts decode-authorization-message --encoded-message MESSAGE"));
    }
    return fixes.toArray(Fix[]::new);
  }

  /** What would be public is mostly not meant to be: the setting is right, the call is not. */
  private static Fix[] withoutAcl() {
    return new Fix[] {
      Fix.of("Leave the ACL out of the call (x-amz-acl, --acl), or the public grant of the policy"),
      Fix.of("See what the bucket blocks, beside what its account does")
          .withAws("aws s3api get-public-access-block --bucket BUCKET")
    };
  }

  /** Whether the policies of who asked are meant, as far as is known. */
  private static boolean isOfIdentity(Denial denial) {
    return denial.policyType() == null || denial.policyType() == PolicyType.IDENTITY_BASED;
  }

  /** Shows the policy that is meant, where one call does; null where none does. */
  private static @Nullable String look(Denial denial) {
    String role = Arns.roleName(denial.principal()).orElse(null);
    String resource = requireNonNullElse(denial.resource(), "");
    return switch (requireNonNullElse(denial.policyType(), PolicyType.IDENTITY_BASED)) {
      case PERMISSIONS_BOUNDARY ->
          role == null
              ? null
              : Commands.of(
                  "aws iam get-role", "--role-name", role, "--query", "Role.PermissionsBoundary");
      case ROLE_TRUST ->
          Commands.of(
              "aws iam get-role",
              "--role-name",
              Arns.roleNameOr(resource),
              "--query",
              "Role.AssumeRolePolicyDocument");
      case RESOURCE_BASED ->
          resource.startsWith("arn:aws:s3:::")
              ? Commands.of(
                  "aws s3api get-bucket-policy",
                  "--bucket",
                  resource.substring("arn:aws:s3:::".length()).replaceFirst("/.*", ""))
              : null;
      case SERVICE_CONTROL, RESOURCE_CONTROL ->
          denial.policyArn() == null
              ? null
              : Commands.of(
                  "aws organizations describe-policy",
                  "--policy-id",
                  denial.policyArn().replaceFirst(".*/", ""));
      case IDENTITY_BASED, SESSION, VPC_ENDPOINT, PUBLIC_ACCESS_BLOCK -> null;
    };
  }

  private static boolean readsOneObject(Symptom symptom) {
    return symptom.operation().equals("GetObject") || symptom.operation().equals("HeadObject");
  }

  private static Finding hidden() {
    return Finding.error(
            "s3.key-missing-or-hidden",
            "There is most likely no such object, and this role may not be told so")
        .because("Who may not list a bucket (s3:ListBucket) gets 403 for a missing object, not 404")
        .fix(
            Fix.of("Look for the object with an identity that may list the bucket"),
            new Fix(
                "Allow s3:ListBucket on the bucket to be told of missing objects",
                null,
                null,
                null,
                Fix.Effect.WIDENS))
        .confidence(Confidence.LIKELY)
        .source(S3_PAGE);
  }

  /** S3 has two words for it; an answer to HEAD has none; other services are as short. */
  private static Finding wordless(Symptom symptom) {
    if (symptom.says("Access Denied")) {
      return bare();
    }
    boolean head = symptom.code() == null || symptom.message().equals("Forbidden");
    return head ? withoutText() : unnamed(symptom);
  }

  private static Finding unnamed(Symptom symptom) {
    return Finding.error(
            "aws.denied-unexplained",
            symptom.message().isBlank()
                ? "Refused, without a word about who, what or why"
                : "Refused, and the sentence does not say by which kind of policy")
        .because("Besides its code of refusal the service names neither action nor resource")
        .fix(
            Fix.of("Look the call up in CloudTrail: the entry has principal, action and resource")
                .withAws(
                    "aws cloudtrail lookup-events --lookup-attributes"
                        + " AttributeKey=EventName,AttributeValue=OPERATION --max-results 10"))
        .confidence(Confidence.POSSIBLE)
        .source(PAGE);
  }

  private static Finding bare() {
    return Finding.error("aws.denied-bare", "S3 refused without a word about which policy")
        .because(
            "S3 explains itself within one account or organisation only: the bucket belongs to"
                + " another, nobody was signed in, or this is not AWS")
        .fix(
            Fix.of("Find out whose bucket it is; both its policy and the role's must allow this"),
            Fix.of("Compare the bucket's name letter by letter"))
        .confidence(Confidence.POSSIBLE)
        .source(S3_PAGE);
  }

  private static Finding withoutText() {
    return Finding.error("aws.denied-unexplained", "Refused, and this kind of call has no text")
        .because("Answers to HEAD have no body; reading the object or listing says more")
        .fix(Fix.of("Make the same call as GetObject or ListObjects to be told the reason"))
        .confidence(Confidence.POSSIBLE)
        .source(S3_PAGE);
  }
}
