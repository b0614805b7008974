package dev.crosstrust.trust.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.google.cel.Dialect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** The rules for what a provider may map; Google refuses a provider that breaks one. */
final class MappingRules {
  static final String SUBJECT = "google.subject";
  static final String GROUPS = "google.groups";
  static final String ATTRIBUTE = "attribute.";

  /** What AWS providers do that have no mapping of their own. */
  private static final SequencedMap<String, String> OF_AWS = ofAws();

  private static final int MOST_ATTRIBUTES = 50;

  /** With google.subject and google.groups; a provider that has more is refused by that alone. */
  static final int MOST_LINES = MOST_ATTRIBUTES + 2;

  private static final int LONGEST_NAME = 100;
  private static final Pattern NAME = Pattern.compile("[a-z0-9_]+");

  private MappingRules() {}

  private static SequencedMap<String, String> ofAws() {
    SequencedMap<String, String> mapping = new LinkedHashMap<>();
    mapping.put(SUBJECT, "assertion.arn");
    mapping.put(
        "attribute.aws_role",
        "assertion.arn.contains('assumed-role')"
            + " ? assertion.arn.extract('{account_arn}assumed-role/') + 'assumed-role/'"
            + " + assertion.arn.extract('assumed-role/{role_name}/')"
            + " : assertion.arn");
    return Collections.unmodifiableSequencedMap(mapping);
  }

  /** The mapping that is in force. */
  static Map<String, String> inForce(PoolProvider provider) {
    return provider.awsAccount() != null && provider.mapping().isEmpty()
        ? OF_AWS
        : provider.mapping();
  }

  static List<Finding> broken(PoolProvider provider) {
    Map<String, String> mapping = inForce(provider);
    List<Finding> findings = new ArrayList<>();
    if (!mapping.containsKey(SUBJECT)) {
      findings.add(
          invalid("Nothing is mapped to google.subject", "The mapping does not name it.")
              .fix(naming(provider)));
    }
    long custom = mapping.keySet().stream().filter(key -> key.startsWith(ATTRIBUTE)).count();
    if (custom > MOST_ATTRIBUTES) {
      findings.add(
          invalid(
              "The mapping has too many attributes",
              "There are %d; Google takes %d.".formatted(custom, MOST_ATTRIBUTES)));
    }
    mapping.forEach(
        (key, expression) -> {
          if (!isName(key)) {
            findings.add(
                invalid(
                    "`%s` is no attribute that can be mapped".formatted(key),
                    "google.subject, google.groups and attribute.NAME can, with a NAME of at most"
                        + " %d of a-z, 0-9 and _.".formatted(LONGEST_NAME)));
          }
          if (expression.length() > Dialect.LONGEST_MAPPING) {
            findings.add(
                invalid(
                    "The expression of `%s` is too long".formatted(key),
                    "It has %d characters; Google takes %d."
                        .formatted(expression.length(), Dialect.LONGEST_MAPPING)));
          }
        });
    return findings;
  }

  /** How a provider that makes no google.subject comes to make one. */
  static Fix naming(PoolProvider provider) {
    return new ProviderFixes(provider)
        .mapping(
            "Map a claim to google.subject that every token has.",
            SUBJECT,
            provider.awsAccount() == null ? "assertion.sub" : "assertion.arn");
  }

  /** Whether a line is looked at: what Google takes in no case is not read. */
  static boolean takes(String key, String expression) {
    return isName(key) && expression.length() <= Dialect.LONGEST_MAPPING;
  }

  private static boolean isName(String key) {
    if (key.equals(SUBJECT) || key.equals(GROUPS)) {
      return true;
    }
    String name = key.startsWith(ATTRIBUTE) ? key.substring(ATTRIBUTE.length()) : "";
    return name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
  }

  /** As reported of {@code google.subject}, and documented of lists. */
  static Finding noText(String key, String expression, Object value) {
    String kind =
        switch (value) {
          case Boolean _ -> "true or false";
          case Number _ -> "a number";
          case List<?> _ -> "a list";
          default -> "no text";
        };
    return Finding.error(
            "google.mapping-invalid", "The mapping makes no text of `%s`".formatted(key))
        .because(
            "%s gives %s; only google.groups takes a list, and nothing takes anything else."
                .formatted(expression, kind))
        .fix(
            Fix.of(
                "Map a text: the first of a list is LIST[0], all of it LIST.join(','), and what is"
                    + " true or false becomes a text by string()."))
        .source(Pages.STRING);
  }

  static Finding invalid(String title, String because) {
    return Finding.error("google.mapping-invalid", title)
        .because(because)
        .fix(Fix.of("Mend the provider's attribute mapping."))
        .source(Pages.MAPPING);
  }
}
