package dev.crosstrust.token.lens;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.SignedRequest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One caller at AWS has two names for Google: a JWT is known by the ARN of the role, a signed
 * request by that of the session.
 */
final class SubjectForms {
  private static final Pattern ROLE =
      Pattern.compile("arn:([^:]+):iam::([0-9]{12}):role/(?:.*/)?([^/]+)");

  /** What stands before the role's name in a session's ARN of the usual partition. */
  private static final int BEFORE_ROLE = "arn:aws:sts::111122223333:assumed-role/".length();

  private static final String TEMPORARY_KEY = "ASIA";

  private SubjectForms() {}

  /** Of a JWT that speaks for a role. */
  static Optional<Finding> of(Jwt jwt) {
    String subject = jwt.text("sub").orElse("");
    Matcher role = ROLE.matcher(subject);
    return role.matches()
        ? Optional.of(
            finding(
                "`sub` is the role's ARN; a signed request would be known by the session's.",
                "`sub` is %s: %d of at most %d bytes as google.subject."
                    .formatted(subject, GoogleSubject.bytes(subject), GoogleSubject.LONGEST_BYTES),
                "`GetCallerIdentity` shows arn:%s:sts::%s:assumed-role/%s/SESSION, and Google would"
                        .formatted(role.group(1), role.group(2), role.group(3))
                    + " get that for a signed request.",
                "Grant to the ARN as it stands in `sub`; a grant to a session's ARN never fits."))
        : Optional.empty();
  }

  /** Of a request that is signed with temporary keys, mostly a role's. */
  static Optional<Finding> of(SignedRequest request) {
    return SigV4.of(request.headerNamed("authorization").orElse(""))
        .filter(signed -> signed.keyId().startsWith(TEMPORARY_KEY))
        .map(
            _ ->
                finding(
                    "Google will know this caller by the session's ARN; a JWT would be known by the"
                        + " role's.",
                    "The request does not say who signed it: Google asks AWS, and gets"
                        + " arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION, without the role's"
                        + " path.",
                    "google.subject takes %d bytes: names of role and session may have %d together."
                        .formatted(
                            GoogleSubject.LONGEST_BYTES,
                            GoogleSubject.LONGEST_BYTES - BEFORE_ROLE - "/".length()),
                    "Grant to what stays the same of it:"
                        + " `attribute.aws_role=assertion.arn.extract('assumed-role/{role}/')`."));
  }

  /** Of one beside the other. */
  static Finding ofTwoKinds() {
    return finding(
        "The two kinds name one caller differently, so a grant for one never fits the other.",
        List.of(
            "The JWT's `sub` is the ARN of the role; Google gets the ARN of the session for the"
                + " signed request."),
        "Grant to a mapped attribute that both providers fill alike.");
  }

  private static Finding finding(String title, String one, String other, String fix) {
    return finding(title, List.of(one, other), fix);
  }

  private static Finding finding(String title, List<String> because, String fix) {
    return Finding.info("aws.outbound-sub-is-role-arn", title)
        .because(because.toArray(String[]::new))
        .fix(Fix.of(fix))
        .source(Sources.GOOGLE_MAPPING);
  }
}
