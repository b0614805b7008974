package dev.crosstrust.sandbox.aws.policy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The {@code Principal} or {@code NotPrincipal} element.
 *
 * @param byType what is listed under {@code AWS}, {@code Federated}, {@code Service}; a plain
 *     {@code "*"} is listed under {@code AWS}
 * @param inverted whether this is {@code NotPrincipal}
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">
 *     Principal</a>
 */
public record Principals(Map<String, List<String>> byType, boolean inverted) {
  private static final Pattern ROOT = Pattern.compile("arn:aws[\\w-]*:iam::(\\d{12}):root");

  /** How a policy means somebody. */
  enum Mention {
    NOT,
    /** As one of an account, or of everybody: the identity's own policies have a say too. */
    BROADLY,
    /** By its own ARN or provider. */
    BY_NAME
  }

  Mention mention(Principal principal) {
    Mention mention =
        switch (principal) {
          case Principal.Federated federated -> federated(federated);
          case Principal.Aws aws -> aws(aws);
        };
    if (inverted) {
      return mention == Mention.NOT ? Mention.BROADLY : Mention.NOT;
    }
    return mention;
  }

  /** A {@code "*"} does not admit the identities of a provider, it means principals of AWS. */
  private Mention federated(Principal.Federated principal) {
    List<String> listed = byType.getOrDefault("Federated", List.of());
    return listed.stream().anyMatch(principal.names()::contains) ? Mention.BY_NAME : Mention.NOT;
  }

  private Mention aws(Principal.Aws principal) {
    List<String> listed = byType.getOrDefault("AWS", List.of());
    if (listed.stream().anyMatch(principal.arns()::contains)) {
      return Mention.BY_NAME;
    }
    boolean broadly =
        listed.stream()
            .map(name -> ROOT.matcher(name).replaceFirst("$1"))
            .anyMatch(name -> name.equals("*") || name.equals(principal.account()));
    return broadly ? Mention.BROADLY : Mention.NOT;
  }
}
