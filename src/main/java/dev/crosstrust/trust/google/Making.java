package dev.crosstrust.trust.google;

import static dev.crosstrust.trust.google.MappingRules.GROUPS;
import static dev.crosstrust.trust.google.MappingRules.SUBJECT;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Answer;
import dev.crosstrust.trust.google.cel.Variables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The making of one token's attributes. For one thread. */
final class Making {
  /** All mapped values together, in bytes. */
  private static final int MOST_BYTES = 8 * 1024;

  private final Variables assertion;
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final List<String> open = new ArrayList<>();
  private final Set<String> absent = new LinkedHashSet<>();
  private final List<Finding> findings = new ArrayList<>();
  private Ternary passes = Ternary.YES;
  private Answer subject = new Answer.Open();

  Making(Variables assertion) {
    this.assertion = assertion;
  }

  void map(MappingLine line) {
    findings.addAll(line.hints());
    passes = passes.and(line.taken());
    if (line.expression() == null) {
      open.add(line.key());
      return;
    }
    Answer answer = line.expression().evaluate(assertion);
    if (answer instanceof Answer.Open && line.expression().loops()) {
      leave(line.key(), costly(line.key()));
    } else if (answer instanceof Answer.Open && !line.hints().isEmpty()) {
      open.add(line.key());
    } else {
      map(line.key(), line.text(), answer);
    }
  }

  private void map(String key, String text, Answer answer) {
    if (key.equals(SUBJECT)) {
      subject = answer;
    }
    switch (answer) {
      case Answer.Value _ when answer.isNull() -> nothing(key, "%s is null.".formatted(text));
      case Answer.Value(Object value) -> take(key, text, value);
      case Answer.Failed(String why) ->
          nothing(key, "%s cannot be evaluated: %s".formatted(text, why));
      case Answer.Open() -> {
        if (assertion.complete()) {
          leave(key, number(key, text));
        } else {
          open.add(key);
          passes = passes.and(Ternary.UNDECIDED);
        }
      }
    }
  }

  /** What that means for the subject is asked elsewhere. */
  private void nothing(String key, String because) {
    if (!key.equals(SUBJECT)) {
      absent.add(key);
      leave(
          key,
          undecided("Whether the exchange works without `%s` is not documented".formatted(key))
              .because(because));
    }
  }

  /** Only groups are a list; all else is a text. */
  private void take(String key, String text, Object value) {
    boolean isTexts =
        value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
    if (key.equals(GROUPS) ? isTexts : value instanceof String) {
      attributes.put(key, value);
    } else if (key.equals(GROUPS)) {
      leave(
          key,
          undecided("What Google makes of `%s` is not documented".formatted(key))
              .because("%s is no list of texts.".formatted(text)));
    } else {
      if (!key.equals(SUBJECT)) {
        open.add(key);
      }
      refuse(MappingRules.noText(key, text, value));
    }
  }

  private static Finding costly(String key) {
    return undecided("What the mapping makes of `%s` cannot be told here".formatted(key))
        .because("Its expression goes through lists, further than is followed here.");
  }

  private static Finding number(String key, String text) {
    return undecided("How Google writes the number in `%s` cannot be predicted".formatted(key))
        .because(
            "%s depends on whether numbers of the token are integers or doubles.".formatted(text));
  }

  private static Finding undecided(String title) {
    return Finding.warning("google.mapping-undecided", title)
        .fix(Fix.of("Map a claim that is a text and is always there, or guard it with has()."))
        .confidence(Confidence.POSSIBLE)
        .source(Pages.MAPPING);
  }

  private void leave(String key, Finding why) {
    open.add(key);
    findings.add(why);
    passes = passes.and(Ternary.UNDECIDED);
  }

  void refuse(Finding why) {
    findings.add(why);
    passes = Ternary.NO;
  }

  private void size() {
    int bytes = attributes.values().stream().mapToInt(Making::bytes).sum();
    if (bytes > MOST_BYTES) {
      refuse(
          MappingRules.invalid(
              "The mapped attributes are too large together",
              "They have %d bytes; Google takes %d.".formatted(bytes, MOST_BYTES)));
    }
  }

  private static int bytes(Object value) {
    return value instanceof List<?> list
        ? list.stream().mapToInt(Making::bytes).sum()
        : value.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  Mapped made() {
    size();
    return new Mapped(attributes, open, absent, subject, new Judged(passes, findings));
  }
}
