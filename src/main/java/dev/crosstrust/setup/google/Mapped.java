package dev.crosstrust.setup.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.trust.google.Awaited;
import dev.crosstrust.trust.google.Forecast;
import dev.crosstrust.trust.google.PoolProvider;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom an identity becomes at Google.
 *
 * @param awaited what is known of what will be presented
 * @param usual the ARN that is most likely presented where that is not known; null where nothing is
 *     known at all
 */
public record Mapped(AwsToGoogle route, Awaited awaited, @Nullable String usual) {
  private static final String SUBJECT = "google.subject";

  private boolean signedRequest() {
    return awaited.signedRequest();
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
          Forecast forecast = forecast(provider);
          Need need = isOfItsKind(provider) ? new Need(item, forecast.naming()) : look;
          return forecast
              .expression()
              .map(expression -> made(need, look, expression, forecast))
              .orElseGet(() -> need.missing("Nothing is mapped to " + SUBJECT));
        });
  }

  private Forecast forecast(PoolProvider provider) {
    return Forecast.of(provider, awaited, route.google().universe());
  }

  /**
   * Whether the provider is for what the route presents; a mapping for another has other claims.
   */
  private boolean isOfItsKind(PoolProvider provider) {
    return signedRequest() == (provider.awsAccount() != null);
  }

  private SetupItem made(Need need, Need look, String expression, Forecast forecast) {
    if (forecast.isSubjectOpen()) {
      return look.unknown(
          awaited.arn() == null
              ? "It is %s; the ARN is not known".formatted(expression)
              : "What %s makes of %s is not decided here".formatted(expression, awaited.arn()));
    }
    if (forecast.subject().isEmpty()) {
      return need.missing("%s makes nothing of %s".formatted(expression, awaited.arn()));
    }
    String subject = forecast.subject().get();
    int bytes = GoogleSubject.bytes(subject);
    String said = "%s, by %s, is %s: %d bytes".formatted(whose(), expression, subject, bytes);
    return bytes > GoogleSubject.LONGEST_BYTES ? need.missing(said) : need.present(said);
  }

  private String whose() {
    return signedRequest()
        ? "The session's ARN, which a signed request presents"
        : "The role's ARN, which a JWT has as its sub";
  }

  /** The number of the pool's project, to which the calls of its principals count. */
  String project() {
    return fixes().name().project();
  }

  /** As whom policies would name the identity with the usual mapping. */
  Optional<Grantee> likely() {
    return Optional.ofNullable(awaited.arn() == null ? usual : awaited.arn()).map(this::federated);
  }

  /**
   * As whom policies name the identity, with direct access; where the mapping makes too long a
   * subject, as whom they name it once that is mended.
   *
   * @return empty where it cannot be told
   */
  Optional<Grantee> grantee(Outcome<PoolProvider> read) {
    if (!(read instanceof Outcome.Done<PoolProvider>(PoolProvider provider))) {
      return Optional.empty();
    }
    Forecast forecast = forecast(provider);
    return forecast.grantee().map(subject -> federated(subject).with(forecast));
  }

  private Grantee federated(String subject) {
    return Grantee.federated(fixes().name().poolName(), route.google().universe(), subject);
  }
}
