package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck.OfPool;
import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.trust.Match;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.PoolReport;
import dev.crosstrust.trust.google.PoolReport.BindingCheck;
import dev.crosstrust.trust.google.PoolReport.Comparison;
import dev.crosstrust.ui.kit.Badge.Tone;
import dev.crosstrust.ui.routes.check.CheckRow.Said;
import dev.crosstrust.ui.routes.check.CheckTable.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A pool provider held against a token: what it takes, what it maps, whom it makes of it. */
final class PoolTable {
  private static final String SUBJECT = "google.subject";
  private static final String RESULT = "Result";
  private static final String HTTPS = "https:";

  private final PoolProvider provider;
  private final PoolReport report;

  private PoolTable(OfPool check) {
    provider = check.question().provider();
    report = check.report();
  }

  static CheckTable of(OfPool check) {
    PoolTable table = new PoolTable(check);
    return new CheckTable(
        table.sections(),
        List.of(Signatures.fact(table.report.signature(), check.sources())),
        SourceLines.of(Signatures.others(check.sources())));
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "",
            List.of("The provider", "", "Takes", "Token says", RESULT),
            Stream.concat(audience(), compared("Issuer", "", "iss", report.issuer())).toList()));
    sections.add(
        new Section(
            "Attribute mapping",
            List.of("Attribute", "", "Expression", "Value", RESULT),
            attributes().stream().map(this::attribute).toList()));
    sections.add(
        new Section(
            "Attribute condition",
            List.of("", "", "Expression", "What makes it so", RESULT),
            List.of(condition())));
    if (!report.principals().isEmpty()) {
      sections.add(
          new Section(
              "Principals you can grant to",
              List.of("Kind", "", "Member", ""),
              report.principals().stream().map(PoolTable::principal).toList()));
    }
    List<BindingCheck> bindings = report.bindings();
    if (bindings != null) {
      boolean none = bindings.stream().noneMatch(BindingCheck::matches);
      sections.add(
          new Section(
              "Bindings",
              List.of("Role", "", "Member", "Why", RESULT),
              bindings.stream().map(binding -> binding(binding, none)).toList()));
    }
    return sections.stream().filter(section -> !section.rows().isEmpty()).toList();
  }

  /** What is taken with and without {@code https:} is written once, as the token writes it. */
  private Stream<CheckRow> audience() {
    Comparison all = report.audience();
    List<String> taken = all.expected();
    if (taken.size() != 2 || !taken.getLast().equals(HTTPS + taken.getFirst())) {
      return compared("Audience", "", "aud", all);
    }
    boolean secure = all.has().stream().anyMatch(value -> value.startsWith(HTTPS));
    List<String> once = List.of(secure ? taken.getLast() : taken.getFirst());
    return compared(
        "Audience", "with or without https:", "aud", new Comparison(once, all.has(), all.result()));
  }

  private static Stream<CheckRow> compared(
      String what, String how, String claim, Comparison comparison) {
    if (comparison.expected().isEmpty() && comparison.has().isEmpty()) {
      return Stream.empty();
    }
    return Stream.of(
        new CheckRow(
            what,
            comparison.expected().size() > 1 ? "one of" : how,
            comparison.expected(),
            comparison.has().stream().map(value -> new Said(value, claim)).toList(),
            Mark.of(comparison.result()),
            true));
  }

  /** The subject first, then all that is mapped or that the mapping yielded. */
  private SequencedSet<String> attributes() {
    SequencedSet<String> names = new LinkedHashSet<>();
    names.add(SUBJECT);
    names.addAll(report.attributes().keySet());
    provider.mapping().keySet().stream().sorted().forEach(names::add);
    return names;
  }

  private CheckRow attribute(String name) {
    Object value = report.attributes().get(name);
    String expression = provider.mapping().get(name);
    List<String> expressions =
        expression != null
            ? List.of(expression)
            : value == null ? List.of() : List.of("AWS providers have it by default");
    return new CheckRow(
        name,
        "",
        expressions,
        values(value).stream().map(one -> new Said(one, null)).toList(),
        mapped(name, value),
        false);
  }

  private Mark mapped(String name, @Nullable Object value) {
    Integer bytes = report.subjectBytes();
    if (name.equals(SUBJECT) && bytes != null) {
      boolean fits = bytes <= GoogleSubject.LONGEST_BYTES;
      return new Mark(
          "%d of %d bytes".formatted(bytes, GoogleSubject.LONGEST_BYTES),
          fits ? Tone.GOOD : Tone.BAD);
    }
    return value == null ? new Mark("no value", Tone.UNSURE) : new Mark("mapped", Tone.NEUTRAL);
  }

  private static List<String> values(@Nullable Object value) {
    return switch (value) {
      case null -> List.of();
      case Collection<?> several -> several.stream().map(String::valueOf).toList();
      case Map<?, ?> other -> List.of(other.toString());
      default -> List.of(value.toString());
    };
  }

  private CheckRow condition() {
    PoolReport.Condition condition = report.condition();
    if (condition.expression().isBlank()) {
      return new CheckRow(
          "None", "", List.of(), List.of(), new Mark("lets all in", Tone.UNSURE), false);
    }
    Boolean result = condition.result();
    Mark mark =
        result == null
            ? Mark.of(Match.UNKNOWN)
            : result
                ? new Mark("true", Tone.GOOD)
                : new Mark(condition.failed() ? "error" : "false", Tone.BAD);
    return new CheckRow(
        "Condition",
        "CEL",
        List.of(condition.expression()),
        condition.because().stream().map(why -> new Said(why, null)).toList(),
        mark,
        false);
  }

  private static CheckRow principal(String member) {
    String kind = member.substring(0, Math.max(0, member.indexOf(':')));
    return new CheckRow(kind, "", List.of(member), List.of(), new Mark("", Tone.NEUTRAL), false);
  }

  private static CheckRow binding(BindingCheck binding, boolean none) {
    String because = binding.because();
    Mark miss = new Mark("miss", none && because != null ? Tone.BAD : Tone.NEUTRAL);
    return new CheckRow(
        binding.role(),
        "",
        List.of(binding.member()),
        because == null ? List.of() : List.of(new Said(because, null)),
        binding.matches() ? new Mark("hit", Tone.GOOD) : miss,
        false);
  }
}
