package dev.crosstrust.trust.google;

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
    return Stream.of(sameCase(test, wants, has), others(wants, has))
        .flatMap(texts -> texts)
        .filter(text -> !text.isEmpty() && !text.equals(wants))
        .filter(text -> test.holds(has, text))
        .map(text -> new Meant(text, false))
        .findFirst()
        .or(() -> test == Test.EQUALS ? role(wants, has) : Optional.empty());
  }

  private static Stream<String> others(String wants, String has) {
    return Stream.of(
            Stream.of(wants.strip(), wants + "/", wants.replaceFirst("/+$", "")),
            Stream.of(ofAccount(wants, has)),
            arn(wants, has))
        .flatMap(texts -> texts);
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

  /** All sessions of the role where one is demanded, or the role itself, which never comes. */
  private static Optional<Meant> role(String wants, String has) {
    Optional<AwsArn> theirs = AwsArn.of(wants);
    return AwsArn.of(has)
        .filter(mine -> mine.session() != null)
        .filter(mine -> theirs.filter(arn -> isSameRole(mine, arn)).isPresent())
        .map(mine -> new Meant("%sassumed-role/%s/".formatted(mine.start(), mine.role()), true));
  }

  private static boolean isSameRole(AwsArn one, AwsArn other) {
    return one.account().equals(other.account()) && one.role().equals(other.role());
  }
}
