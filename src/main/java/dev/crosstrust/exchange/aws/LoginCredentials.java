package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsCalls;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.aws.LoginToken;
import dev.crosstrust.identity.aws.Means.Login;
import java.time.InstantSource;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.services.signin.SigninClient;
import software.amazon.awssdk.services.signin.auth.LoginCredentialsProvider;

/**
 * Credentials of {@code aws login}: from its cache, or renewed by the SDK with the proof of
 * possession that the service demands. A renewal replaces the refresh token, so the SDK writes the
 * cache back; otherwise the user's own tools would be signed out.
 */
record LoginCredentials(Wire wire, Machine machine, AwsEndpoints endpoints, InstantSource clock) {
  private static final Label SIGN_IN = Label.of("sign-in", "signin", "CreateOAuth2Token");

  Outcome<AwsCredentials> of(Login login) {
    Optional<LoginToken> cached = LoginToken.read(machine, login);
    boolean usable = cached.filter(token -> token.isUsable(clock.instant())).isPresent();
    return usable
        ? orSignIn(
            login,
            endpoints.target("signin", login.profile(), null, null).then(to -> resolve(login, to)))
        : signIn(login);
  }

  private Outcome<AwsCredentials> resolve(Login login, AwsTarget signin) {
    try (SigninClient client = AwsClients.unsigned(SigninClient.builder(), wire, signin).build();
        LoginCredentialsProvider provider =
            LoginCredentialsProvider.builder()
                .signinClient(client)
                .loginSession(login.session())
                .tokenCacheLocation(LoginToken.folder(machine))
                .build()) {
      return AwsCalls.outcome(SIGN_IN, provider::resolveCredentials).then(LoginCredentials::keys);
    }
  }

  private static Outcome<AwsCredentials> keys(
      software.amazon.awssdk.auth.credentials.AwsCredentials given) {
    return given instanceof AwsSessionCredentials session
        ? SdkKeys.of(
            "signin",
            session.accessKeyId(),
            session.secretAccessKey(),
            session.sessionToken(),
            session.expirationTime().orElse(null))
        : SdkKeys.of("signin", null, null, null, null);
  }

  /** The SDK says in several sentences that the session is over, and that is all it says. */
  private static Outcome<AwsCredentials> orSignIn(Login login, Outcome<AwsCredentials> outcome) {
    return outcome instanceof Broken<AwsCredentials>(Breakage(Kind kind, String message))
            && kind == Kind.LOCAL
            && message.contains("authenticate")
        ? signIn(login)
        : outcome;
  }

  private static Outcome<AwsCredentials> signIn(Login login) {
    return Outcome.broken(
        Kind.NEEDS_SIGN_IN,
        "the sign-in of aws login has expired: aws login --profile " + login.profile());
  }
}
