package dev.crosstrust.diagnosis;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A token that the other side's STS refused, explained by our own check as far as that goes.
 *
 * @param causes why, first the one that the answer is about
 * @param others what the answer means by itself, where that is more than the causes say
 */
record RefusedToken(List<Finding> causes, List<Finding> others) {
  /** STS took the token as such, and refused: for the policy or for what nobody sees. */
  private static final String OF_POLICY = "aws.trust-refused";

  /** STS did not take the token; the texts stand for more than they say. */
  private static final Set<String> OF_TOKEN =
      Set.of(
          "aws.validation-generic",
          "aws.provider-missing",
          "aws.provider-audience-missing",
          "aws.keys-unreachable");

  /** What we call more exactly than the answers of Google do. */
  private static final Map<String, Set<String>> MEANT =
      Map.of(
          "google.issuer-unreachable",
          Set.of("google.key-not-found", "google.jwks-refused"),
          "google.audience-mismatch",
          Set.of(
              "google.audience-is-pool", "google.audience-project-id", "google.universe-mismatch"),
          "google.issuer-mismatch",
          Set.of("fossil.sts-amazonaws-issuer"),
          "google.condition-refused",
          Set.of("google.condition-invalid", "google.mapping-invalid"));

  /**
   * STS tells these by a clock that it has shifted, which wants a word beside our own reckoning.
   */
  private static final Set<String> SHIFTED = Set.of("aws.token-expired", "aws.token-not-yet-valid");

  /** Who may enter besides is no concern of who may not. */
  private static final String OPEN_TO_ALL = "google.condition-missing";

  static RefusedToken of(Told answer, LocalCheck check) {
    List<Finding> errors = OwnCheck.errors(check);
    if (check.verdict() == Verdict.REFUSED && !errors.isEmpty()) {
      return explained(answer, errors, check);
    }
    Finding told = answer.finding();
    List<Finding> others = new ArrayList<>(errors);
    others.addAll(OwnCheck.lints(check));
    others.removeIf(it -> it.id().equals(told.id()) || it.id().equals(OPEN_TO_ALL));
    others.addFirst(undecided(answer, check));
    return new RefusedToken(List.of(), others);
  }

  /** What the answer means, with what our check found out of the same. */
  private static Finding undecided(Told answer, LocalCheck check) {
    Finding told = answer.finding();
    return check.findings().stream()
        .filter(it -> it.id().equals(told.id()))
        .findFirst()
        .or(
            () ->
                check instanceof LocalCheck.OfPool it
                    ? KeysFromHere.of(told, it)
                    : Optional.empty())
        .map(ours -> confirmed(answer, ours))
        .orElseGet(() -> answer.saying(unexplained(check)));
  }

  /** What we only suspected was answered. */
  private static Finding confirmed(Told answer, Finding ours) {
    Finding told = answer.finding();
    Finding joined = both(answer, ours);
    return new Finding(
        told.id(),
        told.severity(),
        told.title(),
        joined.because(),
        joined.fix(),
        told.confidence(),
        joined.source());
  }

  private static RefusedToken explained(Told answer, List<Finding> errors, LocalCheck check) {
    Finding told = answer.finding();
    Finding same = errors.stream().filter(it -> isMeant(told, it)).findFirst().orElse(null);
    List<Finding> causes = new ArrayList<>(errors);
    if (same != null) {
      causes.remove(same);
      causes.addFirst(both(answer, same));
      return new RefusedToken(causes, List.of());
    }
    if (isOfTheSame(told, check)) {
      causes.set(0, answer.because(errors.getFirst()));
      return new RefusedToken(causes, List.of());
    }
    // A sentence of its own is about what comes first; the rest will come after it.
    causes.addFirst(told);
    return new RefusedToken(causes, List.of());
  }

  private static boolean isMeant(Finding told, Finding ours) {
    return ours.id().equals(told.id())
        || MEANT.getOrDefault(told.id(), Set.of()).contains(ours.id());
  }

  /** Whether the answer names no cause, and is of the stage at which we would refuse. */
  private static boolean isOfTheSame(Finding told, LocalCheck check) {
    boolean token = check instanceof LocalCheck.OfTrust it && it.report().tokenRefused();
    return token ? OF_TOKEN.contains(told.id()) : told.id().equals(OF_POLICY);
  }

  /** One cause that both saw. */
  private static Finding both(Told answer, Finding ours) {
    Finding told = answer.finding();
    List<Fix> fixes = ours.fix().isEmpty() ? told.fix() : ours.fix();
    Finding shown =
        SHIFTED.contains(told.id())
            ? ours.because(
                Stream.concat(ours.because().stream(), told.because().stream().skip(1))
                    .toArray(String[]::new))
            : ours;
    Finding joined = answer.because(shown).fix(fixes.toArray(Fix[]::new));
    String source = Objects.requireNonNullElse(ours.source(), told.source());
    return source == null ? joined : joined.source(source);
  }

  /** Why the answer is not explained by what was read. */
  private static List<String> unexplained(LocalCheck check) {
    return switch (check) {
      case LocalCheck.NotMade none -> none.sources();
      case LocalCheck.OfTrust _ when check.verdict() == Verdict.ADMITTED ->
          List.of(
              "Our own check of the role's trust policy admits this token",
              "A service or resource control policy, or a change of the last minute, may refuse"
                  + " all the same");
      case LocalCheck.OfPool _ when check.verdict() == Verdict.ADMITTED ->
          List.of(
              "Our own check of the provider admits this token",
              "A change of the last minutes, or an organisation policy, may refuse all the same");
      case LocalCheck.OfTrust _, LocalCheck.OfPool _ ->
          List.of("Our own check could not decide it: see its lines");
    };
  }
}
