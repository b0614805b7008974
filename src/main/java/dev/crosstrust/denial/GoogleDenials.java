package dev.crosstrust.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the refusals of Google's IAM, in any wrapping. Cloud Storage, BigQuery and the newer APIs
 * each have sentences of their own; the form is that of <a
 * href="https://cloud.google.com/iam/docs/permission-error-messages">Google's page on permission
 * error messages</a> and of the services' answers:
 *
 * <pre>
 * message  := storage | platform | bigquery | details
 * storage  := WHO " does not have " PERMISSION " access to " (now | older)
 * now      := "the Google Cloud " KIND "." [" " platform]
 * older    := KIND "." | [KIND " "] (NAME | "'" NAME "'") "."
 * platform := "Permission '" PERMISSION "' denied " ("on" | "for") " resource" [" '" NAME "'"] [open]
 *           | "Permission denied on resource project " NAME
 *           | "do not have permission '" PERMISSION "' on resource '" NAME "'"
 * bigquery := "Access Denied: " KIND " " NAME ": " (granted | missing | query) [open]
 * granted  := "Permission " PERMISSION " denied on " KIND " " NAME
 * missing  := user " does not have " PERMISSION " permission " ("in" | "for" | "on") " " KIND " " NAME
 * query    := user " does not have " ("permission to query" | "full access for") [" " KIND " " NAME]
 * user     := "User" | "The user " E-MAIL
 * details  := "reason: IAM_PERMISSION_DENIED" … "permission: " PERMISSION
 * open     := " (or it may not exist)" | ", or perhaps it does not exist"
 * bare     := "Access denied" | "The caller does not have permission" | "Forbidden"
 * </pre>
 *
 * WHO is an e-mail, {@code Caller}, {@code Anonymous caller} or, long ago, {@code Anonymous users}.
 * Quotes may be double ones. Details are what is left of an answer whose sentence was cut off; in
 * them quotes may stand. What follows a message, such as the address of the Policy Troubleshooter,
 * is none of it.
 */
public final class GoogleDenials {
  private static final String PERMISSION = "[a-z]\\w*(?:\\.\\w+)+";

  /** What access was wanted to: its kind, its name, or both. */
  private static final String OLDER =
      "(?:bucket|object|project)\\b(?! )|(?<older>(?:(?:bucket|object|project) )?(?:'[^']*'|\\S+?))"
          + "(?=\\.?(?:[\\s,;\"<]|$))";

  private static final Pattern BEGINNING =
      Pattern.compile(
          "(?i)(?<who>Anonymous \\w+|(?<![^\\s\"<>\\[\\]])[^\\s\"<>\\[\\]]++) does not have (?<storage>%1$s)"
                  .formatted(PERMISSION)
              + " access to (?:the Google Cloud [a-z ]+|%s)".formatted(OLDER)
              + "|IAM_PERMISSION_DENIED\\b[^<>]{0,300}?permission\"?: \"?(?<details>%1$s)"
                  .formatted(PERMISSION)
              + "|(?<!have )Permission ['\"](?<platform>%1$s)['\"] denied (?:on|for) resource"
                  .formatted(PERMISSION)
              + "|do not have permission ['\"](?<unsigned>%1$s)['\"] on resource"
                  .formatted(PERMISSION)
              + "|Permission denied on resource (?<project>project [^\\s\"]*[^\\s\".,])"
              + "|Access Denied: [a-z]+ (?<table>\\S+): ");
  private static final Pattern NAME =
      Pattern.compile(
          " (?:'(?:([^']*)'(?=[\\s.,;)]|$)|(.*?)'(?= \\(or it may not exist\\)))|\"([^\"]*)\")");
  private static final Pattern BIGQUERY =
      Pattern.compile(
          "(?i)Permission (?<denied>%1$s) denied on [a-z]+ \\S+".formatted(PERMISSION)
              + "|(?:The user )?(?<who>\\S+) does not have (?:(?<missing>%1$s) permission (?:in|for|on)"
                  .formatted(PERMISSION)
              + "|permission to query|full access for)(?: [a-z]+ \\S+)?");
  private static final Pattern OPEN =
      Pattern.compile("(?i),? (?:\\(or it may not exist\\)|or perhaps it does not exist)");
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)\\bAccess denied\\b(?!:)|\\bThe caller does not have"
              + " permission\\b|^\\s*Forbidden\\.?\\s*$");

  private GoogleDenials() {}

  /**
   * All refusals in a text, in their order; what an answer says twice is one.
   *
   * @param text one message, or a whole log
   */
  public static List<Denial> in(String text) {
    List<Denial> denials = new ArrayList<>();
    Cursor cursor = Cursor.over(text);
    for (Optional<MatchResult> said = cursor.find(BEGINNING);
        said.isPresent();
        said = cursor.find(BEGINNING)) {
      rest(said.get(), cursor).ifPresent(denials::add);
    }
    return denials.isEmpty() ? brief(text) : denials.stream().distinct().toList();
  }

  private static Optional<Denial> rest(MatchResult said, Cursor cursor) {
    if (said.group("table") != null) {
      return bigquery(said.group("table"), cursor);
    }
    if (said.group("details") != null) {
      return Optional.of(denial(null, said.group("details"), null, cursor));
    }
    if (said.group("project") != null) {
      return Optional.of(denial(null, null, said.group("project"), cursor));
    }
    String permission =
        said.group("platform") == null ? said.group("unsigned") : said.group("platform");
    String storage = said.group("storage");
    boolean named = storage == null || cursor.take(platform(storage)).isPresent();
    String resource =
        said.group("older") != null
            ? said.group("older").replace("'", "")
            : named ? cursor.take(NAME).map(GoogleDenials::name).orElse(null) : null;
    return Optional.of(
        denial(said.group("who"), storage == null ? permission : storage, resource, cursor));
  }

  /** The second sentence about the same permission. */
  private static Pattern platform(String permission) {
    return Pattern.compile(
        "\\.? Permission '%s' denied on resource".formatted(Pattern.quote(permission)));
  }

  /** Of what BigQuery denies, files outside it are no matter of its permissions. */
  private static Optional<Denial> bigquery(String resource, Cursor cursor) {
    return cursor
        .take(BIGQUERY)
        .map(
            said -> {
              String denied = said.group("denied");
              return denial(
                  said.group("who"),
                  denied == null ? said.group("missing") : denied,
                  resource,
                  cursor);
            });
  }

  private static Denial denial(
      @Nullable String who, @Nullable String permission, @Nullable String resource, Cursor cursor) {
    boolean open = cursor.take(OPEN).isPresent();
    return new Denial(who, null, permission, resource, null, null, null, null, null, open);
  }

  private static String name(MatchResult quoted) {
    return Stream.of(1, 2, 3).map(quoted::group).filter(Objects::nonNull).findFirst().orElseThrow();
  }

  private static List<Denial> brief(String text) {
    return Cursor.over(text).find(BARE).isPresent() ? List.of(Denial.BARE) : List.of();
  }
}
