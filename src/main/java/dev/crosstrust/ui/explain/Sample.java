package dev.crosstrust.ui.explain;

/** A log to try it with: two refusals of a job, as the `aws` command prints them. */
final class Sample {
  static final String LOG =
      """
      $ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111122223333:role/GCPWorkloadIAMRole

      An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity

      $ aws s3api get-object --bucket billing-export-111122223333 --key 2026/11.csv 11.csv

      An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::billing-export-111122223333/2026/11.csv" because no identity-based policy allows the s3:GetObject action
      """;

  private Sample() {}
}
