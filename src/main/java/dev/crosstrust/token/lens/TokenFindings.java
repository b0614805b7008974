package dev.crosstrust.token.lens;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.token.Family;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.SignatureCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What a token alone shows to be wrong, without any policy or provider. */
public final class TokenFindings {
  private static final Comparator<Finding> GRAVEST_FIRST =
      Comparator.comparing(Finding::severity, Comparator.comparingInt(Severity::ordinal))
          .thenComparing(Finding::confidence, Comparator.comparingInt(Confidence::ordinal));

  private TokenFindings() {}

  /** All of them, the gravest and surest first. */
  public static List<Finding> of(Token token, SignatureCheck check, Instant now) {
    List<Finding> findings = new ArrayList<>();
    switch (token) {
      case Jwt jwt -> {
        findings.addAll(ClaimFindings.of(jwt));
        findings.addAll(SignatureFindings.of(token, check));
        if (jwt.family() == Family.AWS_OUTBOUND) {
          findings.addAll(OutboundFindings.of(jwt));
          SubjectForms.of(jwt).ifPresent(findings::add);
        }
      }
      case SignedRequest request -> {
        findings.addAll(SignedRequestFindings.of(request));
        SubjectForms.of(request).ifPresent(findings::add);
      }
    }
    findings.addAll(TimeFindings.of(token, now));
    return findings.stream().sorted(GRAVEST_FIRST).toList();
  }
}
