package dev.crosstrust.ui.explain;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.ProvidersDocument;
import dev.crosstrust.trust.aws.TrustCheck;
import dev.crosstrust.trust.aws.TrustQuestion;
import dev.crosstrust.trust.google.PolicyDocument;
import dev.crosstrust.trust.google.PoolCheck;
import dev.crosstrust.trust.google.PoolQuestion;
import dev.crosstrust.trust.google.ProviderDocument;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of holding a pasted token against a pasted document. */
sealed interface Judgement {
  /** It could be judged. */
  record Made(LocalCheck check) implements Judgement {}

  /** One of the texts is not what it should be; one sentence says why. */
  record Unfit(Part part, String sentence) implements Judgement {}

  /** The texts that are pasted. */
  enum Part {
    TOKEN,
    DOCUMENT,
    MORE
  }

  /**
   * Judges.
   *
   * @param document a trust policy, {@code aws iam get-role}'s answer, or a pool provider
   * @param more for a trust policy the account's IAM OIDC providers, for a pool provider an allow
   *     policy; blank for none
   */
  static Judgement of(String token, String document, String more, Instant at) {
    return switch (TokenReader.read(token)) {
      case Reading.Unreadable unreadable -> new Unfit(Part.TOKEN, unreadable.sentence());
      case Reading.Decoded(Token presented) -> of(presented, document, more, at);
    };
  }

  private static Judgement of(Token token, String document, String more, Instant at) {
    GivenDocument given;
    try {
      given = GivenDocument.of(document);
    } catch (UnreadableDocument e) {
      return unfit(Part.DOCUMENT, e);
    }
    return switch (given) {
      case GivenDocument.TrustPolicy(String policy, String role) ->
          trust(token, policy, role, more, at);
      case GivenDocument.Provider(String json) -> pool(token, json, more, at);
    };
  }

  private static Judgement trust(
      Token token, String policy, @Nullable String role, String more, Instant at) {
    Part part = Part.MORE;
    try {
      var providers = more.isBlank() ? null : ProvidersDocument.read(more);
      part = Part.DOCUMENT;
      TrustQuestion question =
          new TrustQuestion(
              token, policy, role, providers, SignatureCheck.notAsked(token), at, Map.of());
      return new Made(new LocalCheck.OfTrust(question, TrustCheck.of(question), sources(at)));
    } catch (UnreadableDocument e) {
      return unfit(part, e);
    }
  }

  private static Judgement pool(Token token, String json, String more, Instant at) {
    Part part = Part.MORE;
    try {
      var bindings = more.isBlank() ? null : PolicyDocument.read(more);
      part = Part.DOCUMENT;
      PoolQuestion question =
          new PoolQuestion(
              token,
              ProviderDocument.read(json),
              null,
              bindings,
              SignatureCheck.notAsked(token),
              at,
              null);
      return new Made(new LocalCheck.OfPool(question, PoolCheck.of(question), sources(at)));
    } catch (UnreadableDocument e) {
      return unfit(part, e);
    }
  }

  private static Unfit unfit(Part part, UnreadableDocument e) {
    return new Unfit(part, e.sentence());
  }

  private static List<String> sources(Instant at) {
    return List.of(
        "Judged here by what was pasted, as of %s; nobody was asked."
            .formatted(at.truncatedTo(ChronoUnit.SECONDS)));
  }
}
