package dev.crosstrust.sandbox;

/** The identifiers of the two stories. */
final class Names {
  static final String AWS_ACCOUNT = "111122223333";
  static final String OTHER_AWS_ACCOUNT = "444455556666";
  static final String REGION = "eu-west-1";
  static final String ROLE = "GCPWorkloadIAMRole";
  static final String LAMBDA_ROLE = "LambdaOutboundSTSRole";
  static final String OUTBOUND_ISSUER =
      "https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws";

  static final String PROJECT = "demo-product-sbx";
  static final String PROJECT_NUMBER = "123456789012";
  static final String RUNNER = "poc-runner";
  static final String RUNNER_ID = "107254963018845520176";
  static final String WORKLOAD = "poc-gcp-to-aws-sa";
  static final String WORKLOAD_ID = "114809731204417780391";

  /** What Kubernetes accounts of the project are principals of. */
  static final String WORKLOAD_POOL = PROJECT + ".svc.id.goog";

  /** The account, namespace first, of the pods that run as the workload. */
  static final String KUBERNETES_ACCOUNT = "default/gcp-to-aws";

  static final String AUDIENCE = "sts.amazonaws.com";
  static final String POOL = "my-aws-app";
  static final String PROVIDER = "my-aws-app";

  /** The provider for the older way, in the same pool. */
  static final String AWS_PROVIDER = "my-aws-account";

  static final String USER = "dev-user@demo-product.example";
  static final String USER_ID = "103948576610293847561";

  private Names() {}

  static String email(String serviceAccount) {
    return serviceAccount + "@" + PROJECT + ".iam.gserviceaccount.com";
  }
}
