package dev.crosstrust.ui.browse;

import dev.crosstrust.diagnosis.Diagnosis;
import dev.crosstrust.diagnosis.Evidence;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.ui.kit.Visible;
import dev.crosstrust.ui.task.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What came of asking a cloud for something, and why it came so.
 *
 * @param findings empty when it was given
 * @param denied who was refused what, where it was a matter of permission
 * @param legs what the findings were read from
 */
record Told<T>(
    Outcome<T> outcome, List<Finding> findings, Optional<Denied> denied, List<Leg> legs) {
  Told {
    findings = findings.stream().map(Told::harmless).toList();
    legs = List.copyOf(legs);
  }

  /** What the legs made on the way say about the outcome. */
  static <T> Told<T> of(Outcome<T> outcome, List<Leg> legs, Optional<Denied> denied) {
    return new Told<>(
        outcome,
        outcome instanceof Outcome.Done<T> ? List.of() : Diagnosis.of(Evidence.of(outcome, legs)),
        denied,
        legs);
  }

  /** The same, of what has no place in a storage. */
  static <T> Told<T> of(Outcome<T> outcome, List<Leg> legs) {
    return of(outcome, legs, Optional.empty());
  }

  /** Something on this machine went wrong before anybody could be asked. */
  static <T> Told<T> unasked(String sentence) {
    return of(Outcome.broken(Breakage.Kind.LOCAL, sentence), List.of());
  }

  /** What a pane shows when there is no value. */
  <P> Phase<P> without() {
    return outcome instanceof Outcome.Refused<T>
        ? new Phase.Refused<>(findings)
        : new Phase.Broken<>(findings);
  }

  /** The same outcome of what is made of the value. */
  <R> Told<R> map(Function<? super T, R> change) {
    return new Told<>(outcome.map(change), findings, denied, legs);
  }

  /** The same outcome, explained by what was seen before it too. */
  Told<T> knowing(List<Leg> before) {
    return of(outcome, Stream.concat(before.stream(), legs.stream()).distinct().toList(), denied);
  }

  /** The same with who was refused what, for where nothing beside it says that. */
  Told<T> inFull() {
    if (denied.filter(Denied::unexplained).isEmpty() || findings.isEmpty()) {
      return this;
    }
    Finding first = findings.getFirst();
    String[] lines =
        Stream.concat(first.because().stream(), Stream.of(denied.get().sentence()))
            .toArray(String[]::new);
    return new Told<>(
        outcome,
        Stream.concat(Stream.of(first.because(lines)), findings.stream().skip(1)).toList(),
        denied,
        legs);
  }

  /** Findings quote names of objects. */
  private static Finding harmless(Finding finding) {
    return new Finding(
        finding.id(),
        finding.severity(),
        Visible.text(finding.title()),
        finding.because().stream().map(Visible::text).toList(),
        finding.fix(),
        finding.confidence(),
        finding.source());
  }
}
