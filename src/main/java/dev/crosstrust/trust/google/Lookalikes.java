package dev.crosstrust.trust.google;

import dev.crosstrust.token.Jwt;
import dev.crosstrust.trust.Ternary;
import dev.crosstrust.trust.google.cel.Answer;
import dev.crosstrust.trust.google.cel.Dialect;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.InvalidExpression;
import dev.crosstrust.trust.google.cel.TextSearch;
import dev.crosstrust.trust.google.cel.Variables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Others of the same issuer whom a condition may take for the one that was meant. */
final class Lookalikes {
  /** Of roles and sessions; AWS takes no others. */
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

  /** A name that no condition means. */
  private static final String STRANGER = "another-role";

  /** Of one test: all kinds of names around two texts. */
  private static final int MOST_CANDIDATES = 12;

  /** One evaluation that goes through no list costs one. */
  private static final int MOST_WORK = 1_000;

  private static final int OF_LOOP = 50;

  private final PoolQuestion question;
  private final Mapping mapping;
  private final String account;
  private final @Nullable String own;
  private final Expression condition;
  private final int cost;
  private int left = MOST_WORK;
  private @Nullable Boolean strangers;

  private Lookalikes(
      PoolQuestion question,
      Mapping mapping,
      Expression condition,
      String account,
      @Nullable String own) {
    this.question = question;
    this.mapping = mapping;
    this.account = account;
    this.own = own;
    this.condition = condition;
    this.cost = mapping.cost() + cost(condition);
  }

  /** How much evaluating it once takes. */
  static int cost(Expression expression) {
    return expression.loops() ? OF_LOOP : 1;
  }

  static Lookalikes of(PoolQuestion question, Mapping mapping, Expression condition) {
    String own =
        question.token() instanceof Jwt jwt ? jwt.text("sub").orElse(null) : question.caller();
    String account = AwsArn.account(own);
    String provider = question.provider().awsAccount();
    return new Lookalikes(
        question,
        mapping.namedIn(question.provider().condition()),
        condition,
        account != null ? account : provider != null ? provider : "111122223333",
        own);
  }

  /**
   * The first that the condition lets in because of a test in it: a subject, or a value of a claim
   * that some other subject has; none where it lets in anybody, whatever that is.
   */
  Optional<String> admitted(TextSearch test) {
    return bySubject(test)
        .or(() -> NamedClaim.of(question, test).flatMap(claim -> byClaim(test, claim)));
  }

  private Optional<String> bySubject(TextSearch test) {
    return strangers()
        ? Optional.empty()
        : candidates(test)
            .filter(other -> !other.equals(own) && !sameRole(other))
            .limit(MOST_CANDIDATES)
            .filter(this::enters)
            .filter(other -> sees(test, other))
            .findFirst();
  }

  /** Whether a test sees another text in this subject than in the own one. */
  private boolean sees(TextSearch test, String other) {
    left -= cost;
    try {
      Expression of = Expression.of(Dialect.CONDITION, test.of());
      return left >= 0
          && !seen(of, presented(other))
              .equals(seen(of, Presented.of(question.token(), question.caller())));
    } catch (InvalidExpression e) {
      // It is of a macro's own variable.
      return true;
    }
  }

  private Answer seen(Expression of, Variables assertion) {
    return of.evaluate(mapping.of(assertion).variables(assertion));
  }

  private Optional<String> byClaim(TextSearch test, NamedClaim claim) {
    List<String> others =
        ofNames(List.of(STRANGER, ownName() + "-other"), List.of())
            .filter(it -> !it.equals(own))
            .toList();
    return others.stream().anyMatch(other -> enters(other, claim, STRANGER))
        ? Optional.empty()
        : claim
            .around(test.function().equals("matches") ? core(test.literal()) : test.literal())
            .filter(value -> !value.equals(claim.value()))
            .filter(value -> others.stream().anyMatch(other -> enters(other, claim, value)))
            .map(value -> "%s = %s".formatted(claim.as(), value))
            .findFirst();
  }

  private boolean enters(String other, NamedClaim claim, String value) {
    return question.token() instanceof Jwt jwt
        && enters(claims(jwt, Map.of("sub", other, claim.name(), value)), condition) == Ternary.YES;
  }

  /**
   * Whether another condition lets somebody else in whom this one keeps out. That is open where the
   * work is used up before it is known.
   */
  Ternary gains(Expression other) {
    Stream<String> others =
        ofNames(Stream.concat(Stream.of(STRANGER), around(ownName())).toList(), List.of())
            .filter(it -> !it.equals(own) && !sameRole(it));
    return Ternary.any(others.map(it -> enters(it, other).and(enters(it, condition).not())));
  }

  private boolean strangers() {
    if (strangers == null) {
      strangers = ofNames(List.of(STRANGER), List.of()).anyMatch(this::enters);
    }
    return strangers;
  }

  /** Nobody any more once the work is used up: a hint that is not given claims nothing. */
  private boolean enters(String other) {
    return enters(other, condition) == Ternary.YES;
  }

  private Ternary enters(String other, Expression condition) {
    return enters(presented(other), condition);
  }

  private Ternary enters(Variables assertion, Expression condition) {
    left -= cost;
    if (left < 0) {
      return Ternary.UNDECIDED;
    }
    Mapped mapped = mapping.of(assertion);
    return mapped.judged().passes() == Ternary.NO || mapped.hasName() == Ternary.NO
        ? Ternary.NO
        : switch (condition.evaluate(mapped.variables(assertion))) {
          case Answer.Open() -> Ternary.UNDECIDED;
          case Answer it -> Ternary.of(it.is(true));
        };
  }

  private boolean sameRole(String other) {
    Optional<AwsArn> mine = AwsArn.of(own);
    Optional<AwsArn> theirs = AwsArn.of(other);
    return mine.isPresent()
        && theirs.isPresent()
        && mine.get().role().equals(theirs.get().role())
        && mine.get().path().equals(theirs.get().path());
  }

  private Variables presented(String other) {
    return question.token() instanceof Jwt jwt
        ? claims(jwt, Map.of("sub", other))
        : Presented.of(question.token(), other);
  }

  private static Variables claims(Jwt jwt, Map<String, String> others) {
    ObjectNode claims = jwt.claims().deepCopy();
    others.forEach(claims::put);
    return Variables.of(claims);
  }

  private Stream<String> candidates(TextSearch test) {
    List<String> bases =
        Stream.of(core(test.literal()), ownName()).filter(it -> !it.isEmpty()).toList();
    return ofNames(bases.stream().flatMap(Lookalikes::around).toList(), bases);
  }

  static Stream<String> around(String base) {
    return Stream.of(
        base + "-other",
        "other-" + base,
        "other-" + base + "-other",
        base + "/other",
        base + "-other-" + base);
  }

  /**
   * Subjects of this issuer.
   *
   * @param sessions that a session of another role may be called
   */
  private Stream<String> ofNames(List<String> names, List<String> sessions) {
    if (question.token() instanceof Jwt) {
      return own != null && AwsArn.account(own) == null
          ? names.stream()
          : names.stream()
              .filter(name -> valid(name, Integer.MAX_VALUE))
              .map(name -> "arn:aws:iam::%s:role/%s".formatted(account, name));
    }
    return Stream.concat(
            names.stream()
                .filter(name -> valid(name, 2))
                .map(name -> name.contains("/") ? name : name + "/session"),
            sessions.stream().filter(name -> valid(name, 1)).map(name -> STRANGER + "/" + name))
        .map(name -> "arn:aws:sts::%s:assumed-role/%s".formatted(account, name));
  }

  private static boolean valid(String name, int parts) {
    String[] all = name.split("/", -1);
    return all.length <= parts && Stream.of(all).allMatch(it -> NAME.matcher(it).matches());
  }

  /** What an ARN has after {@code role/}, without what a regular expression adds. */
  private static String core(String literal) {
    String bare =
        literal
            .replaceFirst("^\\^", "")
            .replaceFirst("\\$$", "")
            .replaceAll("\\.[*+]", "x")
            .replace("\\", "");
    String name = bare.replaceFirst("^.*?:?(?:assumed-)?role/", "");
    return name.replaceFirst("^.*:", "").replaceAll("^/+|/+$", "");
  }

  private String ownName() {
    return AwsArn.of(own).map(arn -> arn.path() + arn.role()).orElse(own == null ? "" : own);
  }
}
