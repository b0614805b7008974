package dev.crosstrust.route.run;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.diagnosis.Diagnosis;
import dev.crosstrust.diagnosis.Evidence;
import dev.crosstrust.diagnosis.Evidence.Stop;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Leg.Expectation;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.token.lens.TokenReport;
import dev.crosstrust.token.signature.SignatureCheck;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps a run while it grows, and tells each new state of it. */
final class Journal {
  private final Consumer<Run> listener;
  private final Consumer<Label> asked;
  private final List<Stop> stops = new ArrayList<>();
  private final List<Finding> found = new ArrayList<>();
  private final List<Leg> asides = new ArrayList<>();
  private final List<Leg> reads = new ArrayList<>();
  private Run run;
  private int stageBegin;

  Journal(Route route, Consumer<Run> listener, Consumer<Label> asked) {
    this.listener = listener;
    this.asked = asked;
    this.run = Run.begun(route);
    listener.accept(run);
  }

  Run run() {
    return run;
  }

  /** The legs from here on are those of one stage or step. */
  void stage() {
    stageBegin = run.legs().size();
  }

  void leg(Leg leg) {
    tell(run.with(Stream.concat(run.legs().stream(), Stream.of(leg)).toList()));
  }

  void identity(Identity identity) {
    tell(run.with(identity));
  }

  /** What the token says, and which leg brought it. */
  void token(SubjectToken token, Instant now) {
    if (TokenReader.read(token.value().reveal()) instanceof Reading.Decoded(Token read)) {
      TokenReport report = TokenReport.of(read, SignatureCheck.notAsked(read), now);
      said(line(report));
      tell(run.with(report));
    }
  }

  private static String line(TokenReport report) {
    return Stream.of("aud", "azp", "sub", "x-goog-cloud-target-resource")
        .filter(report.claims()::has)
        .map(claim -> claim + " " + report.claims().get(claim).asString())
        .collect(Collectors.joining(", "));
  }

  void credentials(Run.Credentials credentials) {
    tell(run.with(credentials));
  }

  /** Judges a step; one that made no call has no leg for it. */
  void judged(Step step, boolean met) {
    Expectation expected = step.expect();
    if (expected != null) {
      change(ownLeg(step), leg -> leg.judged(expected, met));
    }
  }

  /** Puts in one line what a step came to, and takes note of the calls around its own. */
  void made(Step step, boolean done, String line) {
    int own = ownLeg(step);
    change(own, leg -> leg.saying(line));
    if (own >= 0 && isNamed(run.legs().get(own), step) && (done || failed(run.legs().get(own)))) {
      run.legs().subList(stageBegin, run.legs().size()).stream()
          .filter(leg -> !isNamed(leg, step))
          .forEach(asides::add);
    }
  }

  private static boolean failed(Leg leg) {
    return leg.outcome() != Leg.Result.DONE;
  }

  /** The last call that bears the step's name; else the last one; -1 when there is none. */
  private int ownLeg(Step step) {
    for (int i = run.legs().size() - 1; i >= stageBegin; i--) {
      if (isNamed(run.legs().get(i), step)) {
        return i;
      }
    }
    return last();
  }

  private static boolean isNamed(Leg leg, Step step) {
    return leg.name().equals(step.operation().text());
  }

  /** Puts in one line what the stage came to. */
  void said(String line) {
    change(last(), leg -> leg.saying(line));
  }

  /** The last call of the stage; -1 when there is none. */
  private int last() {
    return run.legs().size() > stageBegin ? run.legs().size() - 1 : -1;
  }

  private void change(int index, UnaryOperator<Leg> change) {
    if (index >= 0) {
      List<Leg> legs = new ArrayList<>(run.legs());
      legs.set(index, change.apply(legs.get(index)));
      tell(run.with(legs));
    }
  }

  /** What stopped a stage, told of the leg that shows it, where there is one. */
  void stop(String name, Breakage breakage) {
    boolean called = run.legs().size() > stageBegin;
    stops.add(new Stop(called && shows(breakage) ? run.legs().getLast().name() : name, breakage));
  }

  /** What is wrong on this machine kept a call from being made: the last one was another. */
  private boolean shows(Breakage breakage) {
    return breakage.kind() != Breakage.Kind.LOCAL
        || run.legs().getLast().outcome() == Leg.Result.BROKEN;
  }

  /** A cause that is known without looking at the evidence. */
  void found(List<Finding> findings) {
    found.addAll(findings);
  }

  /**
   * The road is at its end, and the other side's check begins to be made.
   *
   * @return what is read for it
   */
  Recorder checking() {
    tell(run.checking());
    return new Recorder(_ -> {}, asked);
  }

  /**
   * The other side's check, made here.
   *
   * @param legs of what was read for it: no part of the run
   */
  void check(LocalCheck made, List<Leg> legs) {
    reads.addAll(legs);
    tell(run.with(made));
  }

  Run end(Run.State outcome) {
    // A call around a step's own, such as reading back, shows what it shows and is no failure.
    List<Leg> legs = run.legs().stream().filter(leg -> !asides.contains(leg)).toList();
    Evidence evidence =
        new Evidence(legs, stops.stream().filter(this::isNews).toList(), run.check(), reads);
    tell(run.ended(outcome, Diagnosis.of(evidence, found)));
    return run;
  }

  /** What a known cause does not say already. */
  private boolean isNews(Stop stop) {
    return found.stream().noneMatch(known -> known.title().equals(stop.breakage().message()));
  }

  private void tell(Run grown) {
    run = grown;
    listener.accept(grown);
  }
}
