package dev.crosstrust.ui.explain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Things to try it with. */
final class Sample {
  /** Two refusals of a job, as the {@code aws} command prints them. */
  static final String LOG =
      """
      $ aws sts assume-role-with-web-identity --role-arn arn:aws:iam::111122223333:role/GCPWorkloadIAMRole

      An error occurred (AccessDenied) when calling the AssumeRoleWithWebIdentity operation: Not authorized to perform sts:AssumeRoleWithWebIdentity

      $ aws s3api get-object --bucket billing-export-111122223333 --key 2026/11.csv 11.csv

      An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::billing-export-111122223333/2026/11.csv" because no identity-based policy allows the s3:GetObject action
      """;

  /** A trust policy that has the audience where AWS looks for {@code azp}. */
  static final String POLICY =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Principal": {"Federated": "accounts.google.com"},
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": {
              "StringEquals": {
                "accounts.google.com:aud": "sts.amazonaws.com",
                "accounts.google.com:sub": "114809731204417780391"
              }
            }
          }
        ]
      }
      """;

  private Sample() {}

  /** What Google would have made at this time, but for the signature, which is none. */
  static String token(Instant now) {
    long issued = now.getEpochSecond();
    String claims =
        """
        {"iss":"https://accounts.google.com","aud":"sts.amazonaws.com","azp":"114809731204417780391",\
        "sub":"114809731204417780391","iat":%d,"exp":%d}\
        """
            .formatted(issued, issued + 3600);
    return Stream.of(
            "{\"alg\":\"RS256\",\"kid\":\"example\",\"typ\":\"JWT\"}", claims, "no signature")
        .map(part -> part.getBytes(StandardCharsets.UTF_8))
        .map(Base64.getUrlEncoder().withoutPadding()::encodeToString)
        .collect(Collectors.joining("."));
  }
}
