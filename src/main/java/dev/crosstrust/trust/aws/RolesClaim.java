package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Jwt;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the claim says that binds a token to certain roles, by their exact ARNs. */
enum RolesClaim {
  ABSENT,
  LISTS_IT,
  REFUSES,
  /** There is one, and the role is not known. */
  OPEN;

  static final String NAME = "https://aws.amazon.com/roles";

  static RolesClaim of(TrustQuestion question) {
    JsonNode claim = question.token().claims().path(NAME);
    if (!(question.token() instanceof Jwt) || claim.isMissingNode() || claim.isNull()) {
      return ABSENT;
    }
    List<String> roles = roles(claim);
    if (roles.isEmpty()) {
      return REFUSES;
    }
    if (question.roleArn() == null) {
      return OPEN;
    }
    return roles.contains(question.roleArn()) ? LISTS_IT : REFUSES;
  }

  /** The roles: a list, or one text with semicolons between them. */
  static List<String> roles(JsonNode claim) {
    Stream<String> written =
        claim.isArray()
            ? claim.valueStream().flatMap(it -> it.stringValueOpt().stream())
            : Stream.of(claim.stringValue("").split(";", -1));
    return written.map(String::strip).filter(it -> RoleArn.of(it).isPresent()).toList();
  }
}
