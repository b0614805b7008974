package dev.crosstrust.exchange.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.google.Addresses;
import dev.crosstrust.evidence.google.GoogleApi;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.token.GoogleSubject;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.token.TokenReader;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Access at Google for a token of another cloud, in two legs. Both are plain requests made once:
 * Google's own library loses the answers that are not OAuth's.
 *
 * <ol>
 *   <li>{@code exchange}: <a
 *       href="https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token">the token
 *       exchange</a> (RFC 8693) at the Security Token Service. Without an {@code Authorization}
 *       header, which can make it fail.
 *   <li>{@code impersonation}, where it is wanted: {@code generateAccessToken} of a service
 *       account.
 * </ol>
 */
public final class FederatedTokens {
  private static final Label EXCHANGE = Label.of("exchange", "sts", "token");
  private static final String TYPES = "urn:ietf:params:oauth:token-type:";
  private static final String AWS_REQUEST = "urn:ietf:params:aws:token-type:aws4_request";
  private static final Duration LONGEST = Duration.ofHours(12);

  private final GoogleApi api;
  private final InstantSource clock;

  public FederatedTokens(Wire wire, InstantSource clock) {
    this.api = new GoogleApi(wire);
    this.clock = clock;
  }

  /** Trades the token; its end is unknown where the answer does not say it. */
  public Outcome<GoogleSession> exchange(ExchangeRequest request, SubjectToken token) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    fields.put("audience", request.audience());
    fields.put("scope", String.join(" ", request.scopes()));
    fields.put("requested_token_type", TYPES + "access_token");
    fields.put("subject_token_type", type(token.kind()));
    fields.put("subject_token", token.value().reveal());
    String endpoint = request.endpoints().of("sts") + "/v1/token";
    return Addresses.trusted(endpoint)
        .then(address -> api.form(EXCHANGE, address, fields))
        .then(answer -> OAuthAnswer.accessToken(answer, endpoint, clock))
        .map(given -> session(request, token, given));
  }

  /** Becomes a service account with a token of the exchange. */
  public Outcome<GoogleSession> impersonate(
      GoogleEndpoints endpoints, GoogleAccessToken federated, ImpersonationRequest request) {
    Duration lifetime = request.lifetime();
    if (!lifetime.isPositive()
        || lifetime.compareTo(LONGEST) > 0
        || !lifetime.equals(lifetime.truncatedTo(ChronoUnit.SECONDS))) {
      return Outcome.broken(Kind.LOCAL, "a service account's token lives 1 to 43200 whole seconds");
    }
    return new IamCredentials(api)
        .accessToken("impersonation", endpoints, federated, request)
        .map(
            token ->
                new GoogleSession(
                    token, "google-service-account", request.chain().getLast(), null, 0));
  }

  private static String type(SubjectToken.Kind kind) {
    return switch (kind) {
      case JWT -> TYPES + "jwt";
      case AWS_SIGNED_REQUEST -> AWS_REQUEST;
    };
  }

  private static GoogleSession session(
      ExchangeRequest request, SubjectToken token, GoogleAccessToken given) {
    String subject = subject(token);
    return subject == null
        ? new GoogleSession(given, GoogleSession.FEDERATED, request.everybody(), null, 0)
        : new GoogleSession(
            given,
            GoogleSession.FEDERATED,
            request.everybody(),
            request.principal(subject),
            GoogleSubject.bytes(subject));
  }

  /** A signed request does not say who signed it: that is what Google asks AWS. */
  private static @Nullable String subject(SubjectToken token) {
    return TokenReader.read(token.value().reveal()) instanceof Reading.Decoded(Jwt jwt)
        ? jwt.text("sub").orElse(null)
        : null;
  }
}
