package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.TrustCheck;
import dev.crosstrust.trust.aws.TrustQuestion;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PoolCheck;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.PoolQuestion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks to look at: of a Google token at a role, and of an AWS token at a pool provider. */
public final class Checks {
  public static final String READ = "Trust policy read with aws:sandbox-admin (iam:GetRole)";
  static final String ISSUER =
      "https://a1b2c3d4-0000-4000-8000-111122223333.tokens.sts.global.api.aws";
  static final String POOL =
      "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app";
  static final String ROLE = "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole";
  private static final Token GOOGLE = Tokens.google(Tokens.UNIQUE_ID);

  private Checks() {}

  /** A policy with these conditions in its only statement. */
  public static String policy(String conditions) {
    return """
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": {"Federated": "accounts.google.com"},
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": {"StringEquals": {%s}}
        }
      ]
    }
    """
        .formatted(conditions);
  }

  /** What the story's role wants. */
  public static String story() {
    return policy(
        "\"accounts.google.com:oaud\": \"sts.amazonaws.com\", \"accounts.google.com:sub\": \"%s\""
            .formatted(Tokens.UNIQUE_ID));
  }

  /** The audience under the key that reads azp. */
  public static String swapped() {
    return story().replace(":oaud", ":aud");
  }

  static TrustQuestion question(String policy) {
    return new TrustQuestion(
        GOOGLE,
        policy,
        "arn:aws:iam::111122223333:role/GCPWorkloadIAMRole",
        List.of(),
        SignatureCheck.notAsked(GOOGLE),
        Tokens.ISSUED.plusSeconds(60),
        Map.of("sts:RoleSessionName", List.of("gcp-session")));
  }

  /** The check of a policy. */
  public static LocalCheck.OfTrust trust(String policy) {
    TrustQuestion question = question(policy);
    try {
      return new LocalCheck.OfTrust(question, TrustCheck.of(question), List.of(READ));
    } catch (UnreadableDocument e) {
      throw new AssertionError(e);
    }
  }

  /** There is a token, and nobody may read the policy. */
  public static LocalCheck.NotMade unread() {
    return new LocalCheck.NotMade(
        List.of("Trust policy not read: nobody here may (iam:GetRole)"), question(""), null);
  }

  static PoolQuestion pool(
      Map<String, String> mapping, String condition, @Nullable IamPolicy bindings) {
    String claims =
        """
        {"iss": "%s", "aud": "//iam.googleapis.com/%s/providers/my-aws-app", "sub": "%s",
         "iat": %d, "exp": %d}
        """
            .formatted(
                ISSUER,
                POOL,
                ROLE,
                Tokens.ISSUED.getEpochSecond(),
                Tokens.ISSUED.getEpochSecond() + 300);
    Token token = Tokens.jwt(claims);
    PoolProvider provider =
        new PoolProvider(
            POOL + "/providers/my-aws-app",
            false,
            false,
            mapping,
            condition,
            ISSUER,
            List.of(),
            null,
            null);
    return new PoolQuestion(
        token,
        provider,
        null,
        bindings,
        SignatureCheck.notAsked(token),
        Tokens.ISSUED.plusSeconds(60),
        null);
  }

  /** The check of a provider. */
  public static LocalCheck.OfPool judged(
      Map<String, String> mapping, String condition, @Nullable IamPolicy bindings) {
    PoolQuestion question = pool(mapping, condition, bindings);
    return new LocalCheck.OfPool(
        question,
        PoolCheck.of(question),
        List.of("Provider read with gcloud:demo-user (iam.workloadIdentityPoolProviders.get)"));
  }
}
