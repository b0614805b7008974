package dev.crosstrust.token.lens;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.Family;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Why one of two tokens may be taken where the other is refused. */
final class ComparisonFindings {
  private ComparisonFindings() {}

  static List<Finding> of(Token left, Token right) {
    if (left instanceof Jwt one && right instanceof Jwt other) {
      return ofJwts(one, other);
    }
    boolean outbound =
        Set.of(left.family(), right.family())
            .equals(Set.of(Family.AWS_OUTBOUND, Family.AWS_SIGNED_REQUEST));
    return outbound ? List.of(SubjectForms.ofTwoKinds()) : List.of();
  }

  private static List<Finding> ofJwts(Jwt left, Jwt right) {
    List<Finding> findings = new ArrayList<>();
    boolean sameSubject = left.text("sub").equals(right.text("sub"));
    if (left.family() == Family.GOOGLE_ID
        && right.family() == Family.GOOGLE_ID
        && sameSubject
        && Azp.of(left.text("azp").orElse("")) != Azp.of(right.text("azp").orElse(""))) {
      findings.add(azp(left, right));
    }
    if (!left.text("iss").equals(right.text("iss"))) {
      findings.add(
          different(
              "issuer", left.text("iss").orElse("absent"), right.text("iss").orElse("absent")));
    } else if (!sameSubject) {
      findings.add(
          different(
              "subject", left.text("sub").orElse("absent"), right.text("sub").orElse("absent")));
    }
    if (!Set.copyOf(left.audiences()).equals(Set.copyOf(right.audiences()))) {
      findings.add(
          different(
              "audience",
              String.join(", ", left.audiences()),
              String.join(", ", right.audiences())));
    }
    return findings;
  }

  private static Finding azp(Jwt left, Jwt right) {
    return Finding.warning(
            "aws.azp-depends-on-source",
            "The same account has two values of `azp`: a trust policy that pins"
                + " `accounts.google.com:aud` takes one of these tokens and refuses the other.")
        .because(
            "`sub` is %s in both.".formatted(left.text("sub").orElse("absent")),
            "`azp` is %s on the left, %s on the right."
                .formatted(left.text("azp").orElse("absent"), right.text("azp").orElse("absent")))
        .fix(
            Fix.of(
                "In the trust policy pin `accounts.google.com:sub` and `accounts.google.com:oaud`,"
                    + " which stay the same."))
        .source(Sources.CONDITION_KEYS);
  }

  private static Finding different(String what, String left, String right) {
    return Finding.info(
            "token.%s-differs".formatted(what),
            "The two tokens differ in their %s.".formatted(what))
        .because("It is %s on the left, %s on the right.".formatted(left, right))
        .source("RFC 7519, section 4.1");
  }
}
