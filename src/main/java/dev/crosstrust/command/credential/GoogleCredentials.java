package dev.crosstrust.command.credential;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Exit;
import dev.crosstrust.command.kit.Json;
import dev.crosstrust.command.kit.Unfinished;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.exchange.google.GoogleSession;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.road.AwsToGoogleRoad;
import dev.crosstrust.token.Lifetime;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.token.TokenReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Prints what a route to Google gives, as Google's own programs take it. */
record GoogleCredentials(Context context, AwsToGoogle route) {
  private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";

  /**
   * What an executable-sourced credential expects of its program.
   *
   * @see <a href="https://google.aip.dev/auth/4117">AIP-4117</a>
   */
  private record Executable(
      int version,
      boolean success,
      @JsonProperty("token_type") @Nullable String tokenType,
      @JsonProperty("id_token") @Nullable String idToken,
      @JsonProperty("expiration_time") @Nullable Long expirationTime,
      @Nullable String code,
      @Nullable String message) {}

  int print(String format) {
    return format.equals("google-access-token") ? accessToken() : executable();
  }

  private int accessToken() {
    Recorder recorder = new Recorder();
    try (AwsToGoogleRoad road = context.roads().awsToGoogle(recorder)) {
      return switch (road.enter(route)) {
        case Outcome.Done<GoogleSession>(GoogleSession session) -> {
          context.terminal().line(session.token().token().reveal());
          yield Exit.OK.code();
        }
        case Outcome<GoogleSession> ended -> Unfinished.report(context, ended, recorder.legs());
      };
    }
  }

  private int executable() {
    if (route.token().kind() != SubjectToken.Kind.JWT) {
      throw new BadInput(
          "google-executable is for routes with a JWT; %s presents a signed request"
              .formatted(route.name()));
    }
    try (AwsToGoogleRoad road = context.roads().awsToGoogle(new Recorder())) {
      Outcome<SubjectToken> asked = road.token(route).then(token -> road.presentable(route, token));
      context.terminal().line(Json.line(answer(asked)));
      return Unfinished.exit(asked).code();
    }
  }

  private Executable answer(Outcome<SubjectToken> asked) {
    return switch (asked) {
      case Outcome.Done<SubjectToken>(SubjectToken token) ->
          new Executable(1, true, JWT, token.value().reveal(), end(token), null, null);
      case Outcome.Refused<SubjectToken>(Refusal refusal) ->
          failed(String.valueOf(refusal.code()), refusal.message());
      case Outcome.Broken<SubjectToken>(Breakage breakage) ->
          failed(Json.word(breakage.kind()), breakage.message());
    };
  }

  private static Executable failed(String code, String message) {
    return new Executable(1, false, null, null, null, code, message);
  }

  private @Nullable Long end(SubjectToken token) {
    if (TokenReader.read(token.value().reveal()) instanceof Reading.Decoded(var read)) {
      Instant end = Lifetime.of(read, context.clock().instant()).expiresAt();
      return end == null ? null : end.getEpochSecond();
    }
    return null;
  }
}
