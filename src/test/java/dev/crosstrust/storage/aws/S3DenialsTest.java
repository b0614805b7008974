package dev.crosstrust.storage.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.PolicyType;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.storage.StorageUri;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3DenialsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ListBuckets,   s3://,        s3:ListAllMyBuckets, *
          ListObjectsV2, s3://b/2026/, s3:ListBucket,       arn:aws:s3:::b
          HeadObject,    s3://b/a,     s3:GetObject,        arn:aws:s3:::b/a
          UploadPart,    s3://b/a,     s3:PutObject,        arn:aws:s3:::b/a
          """)
  void whatTheShortTextLeavesOutIsWhatWasAsked(
      String operation, String at, String action, String resource) {
    Denial denial = said(operation, at, 403, "Access Denied").orElseThrow();

    assertThat(denial.action()).isEqualTo(action);
    assertThat(denial.resource()).isEqualTo(resource);
    assertThat(denial.policyType()).isNull();
    assertThat(denial.principal()).isNull();
  }

  @Test
  void aTextThatExplainsItselfIsTaken() {
    Denial denial =
        said(
                "ListObjectsV2",
                "s3://audit",
                403,
                "User: arn:aws:sts::1:assumed-role/R/s is not authorized to perform: s3:ListBucket"
                    + " on resource: \"arn:aws:s3:::audit\" because no identity-based policy allows"
                    + " the s3:ListBucket action")
            .orElseThrow();

    assertThat(denial.principal()).isEqualTo("arn:aws:sts::1:assumed-role/R/s");
    assertThat(denial.policyType()).isEqualTo(PolicyType.IDENTITY_BASED);
    assertThat(denial.explicit()).isFalse();
  }

  @Test
  void aMissingBucketIsNoDenial() {
    Refusal missing = new Refusal("s3", "ListObjectsV2", 404, "NoSuchBucket", "no", null);

    assertThat(S3Denials.of(missing, StorageUri.parse("s3://b"))).isEmpty();
  }

  private static Optional<Denial> said(String operation, String at, int status, String message) {
    return S3Denials.of(
        new Refusal("s3", operation, status, "AccessDenied", message, null), StorageUri.parse(at));
  }
}
