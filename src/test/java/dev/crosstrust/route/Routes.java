package dev.crosstrust.route;

import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteProblem;
import dev.crosstrust.route.file.RouteReader;

/** The routes of the contract, as files. */
public final class Routes {
  public static final String GKE_TO_S3 =
      """
      name: gke-to-s3
      direction: google-to-aws
      identity: gcloud:demo-gke
      impersonate: poc-gcp-to-aws-sa@demo-product-sbx.iam.gserviceaccount.com
      audience: sts.amazonaws.com
      aws:
        region: eu-west-1
        role: arn:aws:iam::111122223333:role/GCPWorkloadIAMRole
        session: gcp-session
        duration: 3600
      expect: {aws-account: "111122223333"}
      steps:
        - {do: s3.ListBuckets, expect: allowed}
        - {do: iam.ListRoles, expect: denied}
      """;

  public static final String LAMBDA_TO_GCS =
      """
      name: lambda-to-gcs
      direction: aws-to-google
      identity: aws:lambda-outbound
      token: {kind: jwt, algorithm: RS256, duration: 300}
      google:
        provider: projects/123456789012/locations/global/workloadIdentityPools/my-aws-app/providers/my-aws-app
        project: demo-product-sbx
      expect: {google-project: demo-product-sbx}
      steps:
        - {do: gcs.CreateObject, target: "gs://my-test-bucket-fc436b0fe1b7c943/hello_{timestamp}.txt", expect: allowed}
        - {do: bigquery.InsertRow, target: my_dataset.my_table, expect: allowed}
      """;

  private Routes() {}

  public static GoogleToAws gkeToS3() {
    return (GoogleToAws) route(GKE_TO_S3);
  }

  public static AwsToGoogle lambdaToGcs() {
    return (AwsToGoogle) route(LAMBDA_TO_GCS);
  }

  public static Route route(String yaml) {
    return switch (RouteReader.read(yaml, "route.yaml")) {
      case Loaded.Good(Route route, String _) -> route;
      case Loaded.Bad(RouteProblem problem) -> throw new AssertionError(problem.sentence());
    };
  }
}
