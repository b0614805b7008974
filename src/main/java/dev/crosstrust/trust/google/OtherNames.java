package dev.crosstrust.trust.google;

import dev.crosstrust.token.Jwt;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Subjects that others at the same issuer may have.
 *
 * @param jwt whether it issues JWTs; else its subjects sign requests
 * @param account of AWS that they are in
 * @param subject of the one that is meant; null where that is not known
 */
record OtherNames(boolean jwt, String account, @Nullable String subject) {
  /** A name that no condition means. */
  static final String STRANGER = "another-role";

  /** Of roles and sessions; AWS takes no others. */
  private static final Pattern NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

  private static final String ANY_ACCOUNT = "111122223333";

  static OtherNames of(PoolQuestion question) {
    String own =
        question.token() instanceof Jwt jwt ? jwt.text("sub").orElse(null) : question.caller();
    String account =
        Optional.ofNullable(AwsArn.account(own))
            .or(() -> Optional.ofNullable(question.provider().awsAccount()))
            .orElse(ANY_ACCOUNT);
    return new OtherNames(question.token() instanceof Jwt, account, own);
  }

  /** The path and the role of the one that is meant, or all of a subject that is no ARN. */
  String own() {
    return AwsArn.of(subject)
        .map(arn -> arn.path() + arn.role())
        .orElse(subject == null ? "" : subject);
  }

  /** Others of these names. */
  Stream<String> called(String... names) {
    return others(List.of(names), List.of());
  }

  /** A stranger, and others whose names are like that of the one that is meant. */
  Stream<String> strangers() {
    return others(Stream.concat(Stream.of(STRANGER), around(own())).toList(), List.of());
  }

  /** Others whose names are like what a condition looks for, or like that of the one meant. */
  Stream<String> near(String literal) {
    List<String> bases = Stream.of(core(literal), own()).filter(it -> !it.isEmpty()).toList();
    return others(bases.stream().flatMap(OtherNames::around).toList(), bases);
  }

  private Stream<String> others(List<String> names, List<String> sessions) {
    return subjects(names, sessions).filter(it -> !it.equals(subject) && !isOfOwnRole(it));
  }

  private boolean isOfOwnRole(String other) {
    Optional<AwsArn> mine = AwsArn.of(subject);
    Optional<AwsArn> theirs = AwsArn.of(other);
    return mine.isPresent()
        && theirs.isPresent()
        && mine.get().role().equals(theirs.get().role())
        && mine.get().path().equals(theirs.get().path());
  }

  /** Names with something before, after, or around. */
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
  private Stream<String> subjects(List<String> names, List<String> sessions) {
    if (jwt) {
      return subject != null && AwsArn.account(subject) == null
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
  static String core(String literal) {
    String bare =
        literal
            .replaceFirst("^\\^", "")
            .replaceFirst("\\$$", "")
            .replaceAll("\\.[*+]", "x")
            .replace("\\", "");
    String name = bare.replaceFirst("^.*?:?(?:assumed-)?role/", "");
    return name.replaceFirst("^.*:", "").replaceAll("^/+|/+$", "");
  }
}
