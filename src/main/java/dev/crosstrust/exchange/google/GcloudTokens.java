package dev.crosstrust.exchange.google;

import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.identity.BoundedFile;
import dev.crosstrust.identity.google.GoogleSource.GcloudAccount;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.SubjectToken;
import java.io.IOException;
import java.nio.file.Path;

/** Tokens that gcloud keeps fresh, or that lie in a file it was told to use. */
final class GcloudTokens {
  private final GcloudProgram program;

  GcloudTokens(GcloudProgram program) {
    this.program = program;
  }

  /** An ID token, whose audience is gcloud's own client. */
  Outcome<SubjectToken> idToken(GcloudAccount user, String audience) {
    return FixedAudience.allows(audience, GcloudAccount.AUDIENCE)
        .then(_ -> program.print("print-identity-token", user.configuration(), "token"))
        .map(token -> new SubjectToken(SubjectToken.Kind.JWT, token));
  }

  /** An access token, whose end gcloud does not print. */
  Outcome<GoogleAccessToken> accessToken(GcloudAccount user) {
    return program
        .print("print-access-token", user.configuration(), "sign-in")
        .map(token -> new GoogleAccessToken(token, null));
  }

  /** The content of {@code auth/access_token_file}. */
  Outcome<GoogleAccessToken> accessToken(Path file) {
    try {
      return Outcome.done(new GoogleAccessToken(Secret.of(BoundedFile.text(file).strip()), null));
    } catch (IOException e) {
      return Outcome.broken(Kind.LOCAL, file + " cannot be read");
    }
  }
}
