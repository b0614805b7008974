package dev.crosstrust.denial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads AWS's refusals, in any wrapping: white space of any kind between words, JSON or XML
 * escapes, prefixes and suffixes of the command line and the SDKs. The grammar is that of <a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">AWS's
 * page on access denied messages</a>:
 *
 * <pre>
 * message  := "User: " PRINCIPAL " is not authorized to perform: " ACTION [resource] [reason] [tail]
 * resource := " on resource: " ( '"' ARN '"' | ARN | "*" | ("user"|"role"|"group"|"policy") NAME )
 *           | " on this resource" | " on the resource associated with this ciphertext"
 * reason   := "because no " TYPE " allows the " ACTION " action"
 *           | "with an explicit deny in " ("a"|"an"|"the") TYPE [": " ARN | ", with policy ARN: " ARN]
 *           | "because public " ("ACLs"|"policies") " are prevented by … S3 Block Public Access"
 *           | "because the resource does not exist in this Region, no resource-based policies …"
 * tail     := ["." " Go to … authorization id: " ID] [" Encoded authorization failure message: " TEXT]
 * bare     := "Not authorized to perform " ACTION | "Access Denied"
 * </pre>
 */
public final class AwsDenials {
  private static final String ACTION = "([A-Za-z0-9-]+:[A-Za-z0-9]+)";

  /** What sentences and quotes end with, and no ARN. */
  private static final String CLOSING = ".,;\"')]}";

  /**
   * An ARN has at most 2048 characters; a longer word is not gone through from each of its starts.
   */
  private static final Pattern LONG =
      Pattern.compile(
          "(?i)User(?::? |(?=\\[))(\\S{1,2048}+) is not authorized to perform:? " + ACTION);

  private static final Pattern SHORT =
      Pattern.compile("(?i)(?<!is )Not authorized to perform:? " + ACTION);
  private static final Pattern BARE = Pattern.compile("(?i)\\bAccess Denied\\b");

  private static final Pattern RESOURCE =
      Pattern.compile(
          "(?i),? on resource:? (?:\"([^\"]*)\"|((?:user|role|group|policy) \\S+)|(\\S+))"
              + "| on (this resource|the resource associated with this ciphertext)");
  private static final Pattern NO_ALLOW =
      Pattern.compile("(?i),? because no (.{1,80}?) allows? the (?:\\S+) action");
  private static final Pattern DENY =
      Pattern.compile(
          "(?i),? with an explicit deny in (?:an|a|the) ((?:[A-Za-z-]+ ){0,4}"
              + "(?:policy|policies|boundary)(?: transitively through [a-z ]+policy)?)"
              + "(?:(?::|, with policy ARN:) (arn:\\S+))?");
  private static final Pattern BLOCK_PUBLIC_ACCESS =
      Pattern.compile(
          "(?i),? because public (?:ACLs|policies) are prevented by the \\S+ setting in"
              + " (S3 Block Public Access)");
  private static final Pattern UNTOLD =
      Pattern.compile(
          "(?i),? because the resource does not exist in this Region, no resource-based policies"
              + " allow access, or a resource-based policy explicitly denies access");
  private static final Pattern AUTHORIZATION_ID =
      Pattern.compile(
          "(?i)\\.? Go to https://\\S+#/authorization-details/([0-9a-z]+) for complete details(?:,"
              + " or call the GetRequestAuthorizationDetails API with the following authorization"
              + " id: [0-9a-z]+)?");
  private static final Pattern ENCODED =
      Pattern.compile("(?i)\\.? Encoded authorization failure message: ([A-Za-z0-9_=-]+)");

  private AwsDenials() {}

  /**
   * All refusals in a text, in their order.
   *
   * @param text one message, or a whole log
   */
  public static List<Denial> in(String text) {
    List<Denial> denials = new ArrayList<>();
    Cursor cursor = Cursor.over(text);
    for (Optional<MatchResult> said = cursor.find(LONG);
        said.isPresent();
        said = cursor.find(LONG)) {
      denials.add(rest(said.get(), cursor));
    }
    return denials.isEmpty() ? brief(text) : List.copyOf(denials);
  }

  private static Denial rest(MatchResult said, Cursor cursor) {
    String resource = cursor.take(RESOURCE).map(AwsDenials::resource).orElse(null);
    Reason reason = reason(cursor);
    String id = cursor.take(AUTHORIZATION_ID).map(match -> match.group(1)).orElse(null);
    String encoded = cursor.take(ENCODED).map(match -> match.group(1)).orElse(null);
    return new Denial(
        said.group(1),
        said.group(2),
        null,
        resource,
        reason.type(),
        reason.arn(),
        reason.explicit(),
        id,
        encoded,
        reason.mayNotExist());
  }

  private static List<Denial> brief(String text) {
    Optional<MatchResult> action = Cursor.over(text).find(SHORT);
    if (action.isPresent()) {
      String verb = action.get().group(1);
      return List.of(new Denial(null, verb, null, null, null, null, null, null, null, false));
    }
    return Cursor.over(text).find(BARE).isPresent() ? List.of(Denial.BARE) : List.of();
  }

  private static String resource(MatchResult match) {
    for (int group = 1; group <= 3; group++) {
      if (match.group(group) != null) {
        return group == 1 ? match.group(1) : withoutFullStop(match.group(group));
      }
    }
    return match.group(4);
  }

  private record Reason(
      @Nullable PolicyType type,
      @Nullable String arn,
      @Nullable Boolean explicit,
      boolean mayNotExist) {
    static final Reason NONE = new Reason(null, null, null, false);
  }

  private static Reason reason(Cursor cursor) {
    Optional<MatchResult> noAllow = cursor.take(NO_ALLOW);
    if (noAllow.isPresent()) {
      return new Reason(type(noAllow.get()), null, false, false);
    }
    Optional<MatchResult> deny = cursor.take(DENY);
    if (deny.isPresent()) {
      String arn = deny.get().group(2);
      return new Reason(type(deny.get()), arn == null ? null : withoutFullStop(arn), true, false);
    }
    if (cursor.take(BLOCK_PUBLIC_ACCESS).isPresent()) {
      return new Reason(PolicyType.PUBLIC_ACCESS_BLOCK, null, null, false);
    }
    return cursor.take(UNTOLD).isPresent()
        ? new Reason(PolicyType.RESOURCE_BASED, null, null, true)
        : Reason.NONE;
  }

  private static @Nullable PolicyType type(MatchResult match) {
    return PolicyType.of(match.group(1)).orElse(null);
  }

  private static String withoutFullStop(String word) {
    int end = word.length();
    while (end > 0 && CLOSING.indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    return word.substring(0, end);
  }
}
