package dev.crosstrust.diagnosis.google;

import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.google.Grant;
import dev.crosstrust.trust.google.PolicyResource;
import dev.crosstrust.trust.google.PredefinedRoles;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a missing permission is granted: the narrowest of Google's own roles that has it, on the
 * narrowest thing that takes a grant.
 *
 * @see <a href="https://cloud.google.com/iam/docs/roles-permissions">Roles and permissions</a>
 */
final class GoogleGrants {
  private GoogleGrants() {}

  /** The role, or a word to put it in place of. */
  static String role(@Nullable String permission) {
    return Optional.ofNullable(permission).flatMap(PredefinedRoles::narrowest).orElse("ROLE");
  }

  static Fix onBucket(String bucket, String role, Grantee to) {
    return grant(
        "Grant %s on the bucket: Cloud Storage, Buckets, %s, Permissions, Grant access%s"
            .formatted(role, bucket, to.note()),
        role,
        to,
        new PolicyResource.Bucket(bucket));
  }

  static Fix onProject(String project, String role, Grantee to) {
    return grant(
        "Grant %s on the project: IAM & Admin, IAM, Grant access%s".formatted(role, to.note()),
        role,
        to,
        new PolicyResource.Project(project));
  }

  static Fix onServiceAccount(String email, String role, Grantee to) {
    return grant(
        ("Grant %s on the service account: IAM & Admin, Service Accounts, %s, Principals with"
                + " access%s")
            .formatted(role, email, to.note()),
        role,
        to,
        new PolicyResource.ServiceAccount(email));
  }

  static Fix onTable(String project, String dataset, String table, String role, Grantee to) {
    return grant(
        "Grant %s on the table: BigQuery, %s, %s, Share, Manage permissions%s"
            .formatted(role, dataset, table, to.note()),
        role,
        to,
        new PolicyResource.Table(project, dataset, table));
  }

  static Fix onDataset(String project, String dataset, String role, Grantee to) {
    return grant(
        "Grant %s on the dataset: BigQuery, %s, Sharing, Permissions%s"
            .formatted(role, dataset, to.note()),
        role,
        to,
        new PolicyResource.Dataset(project, dataset));
  }

  private static Fix grant(String text, String role, Grantee to, PolicyResource on) {
    return new Grant(role, to.member()).fix(text, on);
  }

  /** Of what no Terraform resource and no command is known here. */
  static Fix anywhere(String permission, Grantee to) {
    return Fix.of(
            "Grant a role with %s on the resource to %s%s"
                .formatted(permission, to.member(), to.note()))
        .with(Fix.Effect.WIDENS);
  }
}
