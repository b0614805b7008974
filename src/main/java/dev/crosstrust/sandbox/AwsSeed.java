package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.Account;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.ManagedPolicy;
import dev.crosstrust.sandbox.aws.account.Role;
import dev.crosstrust.sandbox.aws.account.SessionGrant;
import dev.crosstrust.sandbox.aws.s3.Bucket;
import dev.crosstrust.sandbox.aws.s3.Buckets;
import dev.crosstrust.sandbox.home.AwsProfiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Fills the AWS half with the accounts, roles and buckets of the story. */
final class AwsSeed {
  private static final Duration LAMBDA_SESSION = Duration.ofHours(12);

  private AwsSeed() {}

  /** Seeds the accounts, and says what the profiles of the home are to hold. */
  static AwsProfiles sow(Accounts accounts, Seed seed) {
    Account account = accounts.account(Names.AWS_ACCOUNT);
    if (!seed.googleProviderClientIds().isEmpty()) {
      account.addOidcProvider(
          "https://accounts.google.com", seed.googleProviderClientIds(), List.of());
    }
    account.outbound().enable(Names.OUTBOUND_ISSUER);
    if (!seed.outboundEnabled()) {
      account.outbound().disable();
    }
    Role workload =
        account.addRole(
            Names.ROLE, seed.trustPolicy(), role -> attached(role, seed.rolePolicies()));
    Role lambda =
        account.addRole(
            Names.LAMBDA_ROLE,
            Seed.resource("lambda-trust-policy.json"),
            role ->
                role.at(seed.lambdaRolePath())
                    .inline("outbound", Seed.resource("lambda-outbound-policy.json")));
    account.addUser(
        "sandbox-admin", user -> user.attach(ManagedPolicy.ofAws("AdministratorAccess")));
    return new AwsProfiles(
        Names.REGION,
        keys(account.addAccessKey("sandbox-admin")),
        keys(
            accounts
                .startSession(SessionGrant.of(lambda, "lambda-outbound", LAMBDA_SESSION))
                .credential()),
        workload.arn());
  }

  private static Role attached(Role role, List<String> policies) {
    Role attached = role;
    for (String policy : policies) {
      attached = attached.attach(ManagedPolicy.ofAws(policy));
    }
    return attached;
  }

  private static AwsProfiles.Keys keys(StoredCredential credential) {
    return new AwsProfiles.Keys(
        credential.accessKeyId(), credential.secretAccessKey(), credential.sessionToken());
  }

  /** The buckets of the story, and one of somebody else's account. */
  static void sow(Buckets buckets, Instant now) {
    Bucket states =
        create(
            buckets, "baseline-tfstates-111122223333", Names.AWS_ACCOUNT, "2024-11-09T07:19:45Z");
    put(states, "env/dev/terraform.tfstate", "application/json", TERRAFORM_STATE, now);
    put(states, "env/prod/terraform.tfstate", "application/json", TERRAFORM_STATE, now);
    put(
        states,
        "README.md",
        "text/markdown",
        "# Terraform states, one folder an environment\n",
        now);

    Bucket billing =
        create(buckets, "billing-export-111122223333", Names.AWS_ACCOUNT, "2024-11-09T07:37:41Z");
    for (int month = 1; month <= 11; month++) {
      String key = "2026/%02d/cost-by-service.csv".formatted(month);
      put(billing, key, "text/csv", "service,usd\ns3,%d.17\nsts,0.00\n".formatted(month * 3), now);
    }

    Bucket probe =
        create(buckets, "gar-credential-provider-test", Names.AWS_ACCOUNT, "2024-11-20T13:12:19Z");
    put(probe, "hello.txt", "text/plain", "Read with keys that nobody stored.\n", now);

    Bucket audit =
        create(buckets, "audit-logs-444455556666", Names.OTHER_AWS_ACCOUNT, "2024-10-02T09:00:00Z");
    put(audit, "2026/11/21/events.json", "application/json", "{\"events\": []}\n", now);
  }

  /** A bucket of many objects, to see lists grow. */
  static void generate(Buckets buckets, int objects, Instant now) {
    buckets
        .create("big-bucket-111122223333", Names.REGION, Names.AWS_ACCOUNT, now)
        .generate(objects);
  }

  private static Bucket create(Buckets buckets, String name, String owner, String created) {
    return buckets.create(name, Names.REGION, owner, Instant.parse(created));
  }

  private static void put(Bucket bucket, String key, String type, String text, Instant now) {
    bucket.put(key, text.getBytes(StandardCharsets.UTF_8), Map.of("content-type", type), now);
  }

  private static final String TERRAFORM_STATE =
      """
      {"version": 4, "terraform_version": "1.9.8", "serial": 12, "outputs": {}, "resources": []}
      """;
}
