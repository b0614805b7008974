package dev.crosstrust.setup.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.GcloudList;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.trust.google.PoolProvider;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom an identity becomes at Google.
 *
 * @param account the AWS account that presents itself; null where it is not known
 * @param arn of the role for a JWT, of the session for a signed request; null where it is not known
 * @param usual the ARN that is most likely presented where that is not known; null where nothing is
 *     known at all
 */
public record Mapped(
    AwsToGoogle route, @Nullable String account, @Nullable String arn, @Nullable String usual) {
  private boolean signedRequest() {
    return route.token().kind() == SubjectToken.Kind.AWS_SIGNED_REQUEST;
  }

  private PoolFixes fixes() {
    return PoolFixes.of(route.google().provider());
  }

  /** That the mapping makes a subject that is short enough. */
  public SetupItem subject(Outcome<PoolProvider> read) {
    String item =
        "The mapping makes a google.subject of at most %d bytes"
            .formatted(GoogleSubject.LONGEST_BYTES);
    Need look = Need.of(item, fixes().look());
    return look.by(
        read,
        provider -> {
          Need need = isOfItsKind(provider) ? Need.of(item, shorter(provider)) : look;
          Optional<String> expression = Subject.expression(provider);
          if (expression.isEmpty()) {
            return need.missing("Nothing is mapped to google.subject");
          }
          return arn == null
              ? look.unknown("It is %s; the ARN is not known".formatted(expression.get()))
              : made(need, look, expression.get(), arn);
        });
  }

  /**
   * Whether the provider is for what the route presents; a mapping for another has other claims.
   */
  private boolean isOfItsKind(PoolProvider provider) {
    return signedRequest() == (provider.awsAccount() != null);
  }

  private SetupItem made(Need need, Need look, String expression, String arn) {
    Optional<String> subject = Subject.of(expression, arn, signedRequest());
    if (subject.isEmpty()) {
      return look.unknown("What %s makes of %s is not decided here".formatted(expression, arn));
    }
    int bytes = GoogleSubject.bytes(subject.get());
    if (bytes == 0) {
      return need.missing("%s makes nothing of %s".formatted(expression, arn));
    }
    String said = "%s, by %s, is %s: %d bytes".formatted(whose(), expression, subject.get(), bytes);
    return bytes > GoogleSubject.LONGEST_BYTES ? need.missing(said) : need.present(said);
  }

  private String whose() {
    return signedRequest()
        ? "The session's ARN, which a signed request presents"
        : "The role's ARN, which a JWT has as its sub";
  }

  /**
   * A mapping that leaves out what is the same in all ARNs of an account; what else the provider
   * maps and demands stays.
   */
  private Fix shorter(PoolProvider provider) {
    String condition = provider.condition();
    String ofAccount = AccountCondition.of(signedRequest(), account);
    Map<String, String> all = new TreeMap<>(provider.mapping());
    all.put(
        Subject.ATTRIBUTE,
        signedRequest()
            ? "assertion.arn.extract('assumed-role/{role}/')"
            : "assertion.sub.extract('role/{role}')");
    return fixes()
        .update(
            "Map the role alone, and check the account in the condition; grants then name the"
                + " shorter subject",
            signedRequest(),
            "--attribute-mapping="
                + GcloudList.of(
                    all.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList()),
            "--attribute-condition="
                + (condition.isEmpty() ? ofAccount : "(%s) && %s".formatted(condition, ofAccount)));
  }

  /** The number of the pool's project, to which the calls of its principals count. */
  String project() {
    return fixes().project();
  }

  /** As whom policies would name the identity with the usual mapping. */
  Optional<Grantee> likely() {
    return Optional.ofNullable(arn == null ? usual : arn)
        .map(subject -> Grantee.federated(fixes().poolName(), route.google().universe(), subject));
  }

  /**
   * As whom policies name the identity, with direct access.
   *
   * @return empty where it cannot be told
   */
  Optional<Grantee> grantee(Outcome<PoolProvider> read) {
    if (!(read instanceof Outcome.Done<PoolProvider>(PoolProvider provider)) || arn == null) {
      return Optional.empty();
    }
    return Subject.expression(provider)
        .flatMap(expression -> Subject.of(expression, arn, signedRequest()))
        .filter(subject -> !subject.isEmpty())
        .map(subject -> Grantee.federated(fixes().poolName(), route.google().universe(), subject));
  }
}
