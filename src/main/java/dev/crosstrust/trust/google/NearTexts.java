package dev.crosstrust.trust.google;

import dev.crosstrust.trust.Slashes;
import dev.crosstrust.trust.google.cel.NearMiss;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The usual mistakes in what a condition demands: upper and lower case, spaces around it, a slash
 * at its end, another account, the ARN of a role for that of a session and the other way round, one
 * session for its role.
 */
final class NearTexts implements NearMiss {
  private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");
  private static final Pattern OF_ROLE =
      Pattern.compile("(arn:[a-z-]+:)iam(::\\d{12}:)role/(?:.*/(?=.))?(.*)");

  @Override
  public Optional<Meant> of(Test test, String wants, String has) {
    boolean whole = test == Test.EQUALS;
    return Stream.of(sameCase(test, wants, has), others(test, wants, has))
        .flatMap(texts -> texts)
        .filter(text -> !text.isEmpty() && !text.equals(wants))
        .filter(text -> test.holds(has, text))
        .map(text -> new Meant(text, false, whole && text.equals(wants.strip())))
        .findFirst()
        .or(() -> whole ? role(wants, has) : Optional.empty());
  }

  private static Stream<String> others(Test test, String wants, String has) {
    return Stream.of(
            shorter(test, wants), Stream.of(wants + "/", ofAccount(wants, has)), arn(wants, has))
        .flatMap(texts -> texts);
  }

  /** Where names may go on after a text, less of it would let more of them in. */
  private static Stream<String> shorter(Test test, String wants) {
    return switch (test) {
      case EQUALS, ENDS_WITH -> Stream.of(wants.strip(), Slashes.trimmed(wants));
      case STARTS_WITH, CONTAINS -> Stream.empty();
    };
  }

  /** The piece of what the token has that differs in case only. */
  private static Stream<String> sameCase(Test test, String wants, String has) {
    int at =
        test == Test.ENDS_WITH
            ? has.length() - wants.length()
            : has.toLowerCase(Locale.ROOT).indexOf(wants.toLowerCase(Locale.ROOT));
    return at >= 0
            && at + wants.length() <= has.length()
            && has.regionMatches(true, at, wants, 0, wants.length())
        ? Stream.of(has.substring(at, at + wants.length()))
        : Stream.empty();
  }

  private static String ofAccount(String wants, String has) {
    Matcher account = ACCOUNT.matcher(has);
    return account.find() ? ACCOUNT.matcher(wants).replaceFirst(account.group()) : wants;
  }

  /** Of the other kind; a session's ARN has no path. */
  private static Stream<String> arn(String wants, String has) {
    Optional<AwsArn> mine = AwsArn.of(has);
    Optional<AwsArn> theirs = AwsArn.of(wants);
    if (mine.isPresent() && mine.get().session() == null) {
      return theirs.filter(arn -> isSameRole(mine.get(), arn)).map(_ -> has).stream();
    }
    Matcher role = OF_ROLE.matcher(wants);
    return mine.isPresent() && role.matches()
        ? Stream.of("%ssts%sassumed-role/%s".formatted(role.group(1), role.group(2), role.group(3)))
        : Stream.empty();
  }

  /**
   * All sessions of the role where one is demanded, who may be one person, or the role itself,
   * which never comes.
   */
  private static Optional<Meant> role(String wants, String has) {
    Optional<AwsArn> mine = AwsArn.of(has).filter(arn -> arn.session() != null);
    return mine.flatMap(
        session ->
            AwsArn.of(wants)
                .filter(theirs -> isSameRole(session, theirs))
                .map(
                    theirs ->
                        new Meant(
                            "%sassumed-role/%s/".formatted(session.start(), session.role()),
                            true,
                            theirs.session() == null)));
  }

  private static boolean isSameRole(AwsArn one, AwsArn other) {
    return one.account().equals(other.account()) && one.role().equals(other.role());
  }
}
