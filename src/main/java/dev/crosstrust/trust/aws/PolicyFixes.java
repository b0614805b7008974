package dev.crosstrust.trust.aws;

import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.finding.Terraform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a trust policy is changed. */
final class PolicyFixes {
  private PolicyFixes() {}

  /** The finding, with the corrected policy as its fix; what needs no other policy comes first. */
  static Finding fixed(Evaluated evaluated, Cause cause, @Nullable Correction correction) {
    List<Fix> fixes = new ArrayList<>(cause.finding().fix());
    if (correction != null) {
      int others = (int) fixes.stream().takeWhile(it -> it.effect() == Effect.SAME).count();
      fixes.add(others, update(evaluated, correction));
    } else if (fixes.isEmpty()) {
      fixes.add(look(evaluated));
    }
    return cause.finding().fix(fixes.toArray(Fix[]::new));
  }

  private static Fix update(Evaluated evaluated, Correction correction) {
    String role = role(evaluated).orElse("ROLE_NAME");
    String policy = correction.policy().toString();
    String changes = String.join(" ", correction.changes());
    return Fix.of(
            "Change the trust policy: "
                + inSentence(changes)
                + widening(correction)
                + tooLong(policy))
        .withAws(
            Commands.of(
                "aws iam update-assume-role-policy",
                "--role-name",
                role,
                "--policy-document",
                policy))
        .withTerraform(
            Terraform.change("aws_iam_role", role, "assume_role_policy", Terraform.json(policy)))
        .with(correction.effect());
  }

  private static String widening(Correction correction) {
    return correction.effect() == Effect.WIDENS ? " This widens it: more may enter." : "";
  }

  /** What IAM answers {@code LimitExceeded} to, if it does; blanks do not count. */
  private static String tooLong(String policy) {
    return policy.length() <= PolicyLength.QUOTA
        ? ""
        : " It has %d characters then; a role may have %d, unless the account's quota is raised."
            .formatted(policy.length(), PolicyLength.QUOTA);
  }

  private static String inSentence(String text) {
    return text.startsWith("The ") || text.startsWith("A ")
        ? Character.toLowerCase(text.charAt(0)) + text.substring(1)
        : text;
  }

  private static Fix look(Evaluated evaluated) {
    return Fix.of(
            "See whether the role still has this policy: in the IAM console, under Trust"
                + " relationships.")
        .withAws(
            Commands.of("aws iam get-role", "--role-name", role(evaluated).orElse("ROLE_NAME")));
  }

  private static Optional<String> role(Evaluated evaluated) {
    return Optional.ofNullable(evaluated.question().roleArn())
        .flatMap(RoleArn::of)
        .map(RoleArn::name);
  }
}
