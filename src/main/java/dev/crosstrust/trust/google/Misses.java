package dev.crosstrust.trust.google;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a member of a policy that seems meant for somebody of a pool is another. */
final class Misses {
  private static final Pattern MEMBER =
      Pattern.compile(
          "(?<scheme>principal|principalSet)://(?<host>iam\\.[^/]+)/projects/(?<project>[^/]+)"
              + "/locations/global/workloadIdentityPools/(?<pool>[^/]+)(?<provider>/providers/[^/]+)?"
              + "(?:/(?<kind>subject|group|attribute\\.[^/]+)/(?<value>.*)|/\\*)?");

  private final ProviderName name;
  private final Names names;
  private final Mapped mapped;

  /**
   * Why it misses.
   *
   * @param distance how far from the right one: the less, the more likely it was meant
   */
  record Miss(String id, String title, String because, int distance) {
    /** Whether nobody else can be meant by it. */
    boolean isNear() {
      return distance <= 3;
    }
  }

  Misses(ProviderName name, Names names, Mapped mapped) {
    this.name = name;
    this.names = names;
    this.mapped = mapped;
  }

  /** Whether nothing is known that names the bearer alone. */
  boolean noSubject() {
    return mapped.name().isEmpty();
  }

  /** Whether all is known as which policies may name the bearer. */
  boolean known() {
    return mapped.open().isEmpty();
  }

  /** Empty where the member is about somebody else altogether. */
  Optional<Miss> of(String member) {
    Matcher matcher = MEMBER.matcher(member);
    if (!matcher.matches() || !matcher.group("pool").equalsIgnoreCase(name.pool())) {
      return Optional.empty();
    }
    if (!matcher.group("host").equals(names.host())) {
      return notBound(
          "It is of %s; the pool is of %s.".formatted(matcher.group("host"), names.host()), 1);
    }
    if (matcher.group("provider") != null) {
      return miss(
          "google.binding-on-provider",
          "A grant names the provider; grants name its pool",
          "A principal has no /providers/ in it.",
          1);
    }
    String project = matcher.group("project");
    if (!ProviderName.isNumber(project)) {
      return miss(
          "google.binding-project-id",
          "A grant has the project's id where its number belongs",
          "It says projects/%s; the number is %s.".formatted(project, name.project()),
          1);
    }
    if (!matcher.group("pool").equals(name.pool())) {
      return caseOnly("The pool is %s.".formatted(name.pool()));
    }
    if (!project.equals(name.project())) {
      return notBound("It is a pool of project %s.".formatted(project), 4);
    }
    String kind = matcher.group("kind");
    if (kind == null) {
      return notBound("It ends after the pool; all of a pool are principalSet://…/*.", 3);
    }
    return of(matcher.group("scheme"), kind, matcher.group("value"));
  }

  private Optional<Miss> of(String scheme, String kind, String value) {
    boolean isSubject = kind.equals("subject");
    if (isSubject != scheme.equals("principal")) {
      return notBound(
          isSubject
              ? "A subject goes with principal://, not principalSet://."
              : "Groups and attributes go with principalSet://, not principal://.",
          1);
    }
    String key =
        isSubject ? MappingRules.SUBJECT : kind.equals("group") ? MappingRules.GROUPS : kind;
    if (!MappingRules.inForce(names.provider()).containsKey(key)) {
      return miss(
          "google.attribute-not-mapped",
          "A grant names an attribute that the provider does not map",
          "The mapping has no %s.".formatted(key),
          2);
    }
    Object has = mapped.attributes().get(key);
    if (has == null) {
      return mapped.open().contains(key) || (isSubject && mapped.subject().isEmpty())
          ? Optional.empty()
          : notBound("This token gives no %s.".formatted(key), 5);
    }
    return has instanceof List<?> list
        ? notBound("%s is %s.".formatted(key, list), 5)
        : differs(key, has.toString(), value);
  }

  private static Optional<Miss> differs(String key, String has, String value) {
    if (has.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT))) {
      return caseOnly("%s is %s.".formatted(key, has));
    }
    if (isEncoded(value, has)) {
      return notBound(
          "It has %s; members have values as they are, not percent-encoded.".formatted(value), 1);
    }
    if (value.contains("/attribute.")) {
      return notBound(
          "It has %s; a member names one attribute, and this token gives %s.".formatted(value, has),
          2);
    }
    if (value.equals("*")) {
      return notBound(
          "It has *, which stands for nothing here: all of a pool are principalSet://…/*.", 3);
    }
    Optional<AwsArn> mine = AwsArn.of(has);
    Optional<AwsArn> theirs = AwsArn.of(value);
    if (mine.isPresent() && theirs.isPresent() && sameRole(mine.get(), theirs.get())) {
      return session(mine.get(), theirs.get());
    }
    boolean roleAlone = has.endsWith("/" + value) || value.endsWith("/" + has);
    return notBound(
        roleAlone
            ? "It has %s; this token gives %s: the name alone is not the ARN.".formatted(value, has)
            : "It has %s; this token gives %s.".formatted(value, has),
        roleAlone ? 2 : 6);
  }

  private static boolean isEncoded(String value, String has) {
    try {
      return value.contains("%")
          && URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8).equals(has);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean sameRole(AwsArn one, AwsArn other) {
    return one.account().equals(other.account()) && one.role().equals(other.role());
  }

  private static Optional<Miss> session(AwsArn mine, AwsArn theirs) {
    boolean ofJwt = mine.session() == null;
    if (ofJwt && theirs.session() == null) {
      return notBound("The role's path is another.", 2);
    }
    return miss(
        "google.binding-session-arn",
        ofJwt
            ? "A grant names the ARN of a session; a JWT has that of the role"
            : theirs.session() == null
                ? "A grant names the ARN of the role; a signed request has that of the session"
                : "A grant names one session of the role; this is another",
        ofJwt
            ? "The session %s is no part of the token's subject.".formatted(theirs.session())
            : "The session is %s; its name changes from caller to caller."
                .formatted(mine.session()),
        1);
  }

  private static Optional<Miss> caseOnly(String because) {
    return miss("google.binding-case-differs", "A grant differs in case only", because, 0);
  }

  private static Optional<Miss> notBound(String because, int distance) {
    return miss(
        "google.principal-not-bound",
        "No binding of the policy names this principal",
        because,
        distance);
  }

  private static Optional<Miss> miss(String id, String title, String because, int distance) {
    return Optional.of(new Miss(id, title, because, distance));
  }
}
