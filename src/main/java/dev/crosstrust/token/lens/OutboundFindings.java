package dev.crosstrust.token.lens;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Shell;
import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.token.Jwt;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Google may refuse about a token that an AWS identity presents. */
final class OutboundFindings {
  private static final Set<String> DOCUMENTED_ALGORITHMS = Set.of("RS256", "ES256");

  private OutboundFindings() {}

  static List<Finding> of(Jwt jwt) {
    List<Finding> findings = new ArrayList<>();
    String algorithm = jwt.jws().algorithm().orElse("");
    if (!jwt.jws().unsigned() && !DOCUMENTED_ALGORITHMS.contains(algorithm)) {
      findings.add(algorithm(algorithm, jwt.audiences()));
    }
    int bytes = GoogleSubject.bytes(jwt.text("sub").orElse(""));
    if (bytes > GoogleSubject.LONGEST_BYTES) {
      findings.add(subject(bytes));
    }
    return findings;
  }

  private static Finding algorithm(String algorithm, List<String> audiences) {
    String audience =
        (audiences.isEmpty() ? Stream.of("AUDIENCE") : audiences.stream().map(Shell::quoted))
            .collect(Collectors.joining(" "));
    return Finding.info(
            "google.algorithm-undocumented",
            "Google documents RS256 and ES256 for tokens; this one is signed with %s."
                .formatted(algorithm))
        .because(
            "Its header says `\"alg\":\"%s\"`.".formatted(algorithm),
            "ES384 was seen to work through discovery; an uploaded key set refuses its key type.")
        .fix(
            Fix.of("Ask for RS256, which is documented.")
                .withAws(
                    "aws sts get-web-identity-token --audience %s --signing-algorithm RS256"
                        .formatted(audience)))
        .confidence(Confidence.POSSIBLE)
        .source(Sources.GOOGLE_STS);
  }

  private static Finding subject(int bytes) {
    return Finding.warning(
            "google.subject-too-long",
            "`sub` has %d bytes; as google.subject Google takes %d at most."
                .formatted(bytes, GoogleSubject.LONGEST_BYTES))
        .because("A provider that maps `google.subject=assertion.sub` refuses this token.")
        .fix(
            Fix.of(
                "Map a part of it, `google.subject=assertion.sub.extract('role/{name}')`, and check"
                    + " the account in the attribute condition."),
            Fix.of("Give the role a shorter path or name."))
        .confidence(Confidence.LIKELY)
        .source(Sources.GOOGLE_MAPPING);
  }
}
