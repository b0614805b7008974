package dev.crosstrust.check;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.inspect.google.Pool;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PoolCheck;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.PoolQuestion;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads whom a pool provider lets in and what they are granted, and judges a token by it.
 *
 * @param relay of those who may look into the project
 * @param sources where what is read is from
 */
record PoolGathering(
    Wire wire, InstantSource clock, Relay<GoogleSide> relay, List<String> sources) {

  private static final String GIVEN = "the keys that the provider was given";

  /**
   * Judges.
   *
   * @param caller whom AWS names for a signed request; null where it is not known or not asked
   */
  LocalCheck check(AskedProvider asked, Token token, @Nullable String caller) {
    return relay.ask(
                "Provider",
                "iam.workloadIdentityPoolProviders.get",
                side -> side.provider(asked.provider()))
            instanceof Done<PoolProvider>(PoolProvider found)
        ? judge(asked, found, token, caller)
        : new LocalCheck.NotMade(sources, null, unread(asked, token, caller));
  }

  /** For whoever can say what the provider is like. */
  private PoolQuestion unread(AskedProvider asked, Token token, @Nullable String caller) {
    PoolProvider named =
        new PoolProvider(asked.provider(), false, false, Map.of(), "", null, List.of(), null, null);
    return new PoolQuestion(
        token,
        named,
        asked.audience(),
        null,
        signature(named, token),
        clock.instant(),
        caller,
        asked.universe());
  }

  private LocalCheck judge(
      AskedProvider asked, PoolProvider provider, Token token, @Nullable String caller) {
    Outcome<Pool> pool =
        relay.ask("Pool", "iam.workloadIdentityPools.get", side -> side.pool(asked.pool()));
    GrantReading grants = new GrantReading(relay);
    IamPolicy bindings = grants.of(asked);
    SignatureCheck signature = signature(provider, token);
    PoolQuestion question =
        new PoolQuestion(
            token,
            provider,
            asked.audience(),
            bindings,
            signature,
            clock.instant(),
            caller,
            asked.universe());
    return new LocalCheck.OfPool(
        question, PoolFacts.judged(PoolCheck.of(question), pool, grants.unread()), sources);
  }

  /** Keys that were given to the provider are its only ones. */
  private SignatureCheck signature(PoolProvider provider, Token token) {
    String given = provider.jwks();
    return given == null
        ? Signatures.check(relay, token, KeySource.issuer(wire), Signatures.PUBLISHED, sources)
        : Signatures.check(relay, token, KeySource.given(given, GIVEN), GIVEN, sources);
  }
}
