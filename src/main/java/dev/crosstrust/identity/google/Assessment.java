package dev.crosstrust.identity.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Identity.State;
import dev.crosstrust.identity.google.GoogleSource.AccessTokenFile;
import dev.crosstrust.identity.google.GoogleSource.AuthorizedUser;
import dev.crosstrust.identity.google.GoogleSource.DistributedCloudAccount;
import dev.crosstrust.identity.google.GoogleSource.Federated;
import dev.crosstrust.identity.google.GoogleSource.FederatedUser;
import dev.crosstrust.identity.google.GoogleSource.GcloudAccount;
import dev.crosstrust.identity.google.GoogleSource.Impersonated;
import dev.crosstrust.identity.google.GoogleSource.ServiceAccountKey;
import dev.crosstrust.identity.google.GoogleSource.UnknownType;
import dev.crosstrust.identity.google.GoogleSource.Unusable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the files alone tell of a source: whether it can give tokens, and what to know of it. */
final class Assessment {
  private static final String WORKFORCE = "it is a signed-in user of a workforce pool";
  private static final List<String> ID_TOKEN_ONLY =
      List.of("google.user-audience-fixed", "google.no-id-token-from-federation");

  private Assessment() {}

  static State state(GoogleSource source) {
    return switch (source) {
      case ServiceAccountKey _, AuthorizedUser _, AccessTokenFile _ -> State.READY;
      case GcloudAccount(_, _, GcloudAccount.Login login) ->
          login == GcloudAccount.Login.NOT_SEEN ? State.NEEDS_SIGN_IN : State.READY;
      case Impersonated impersonated -> state(impersonated.source());
      case Federated _, FederatedUser _, DistributedCloudAccount _ -> State.UNKNOWN;
      case UnknownType _ -> State.BROKEN;
      case Unusable(_, boolean needsSignIn) -> needsSignIn ? State.NEEDS_SIGN_IN : State.BROKEN;
    };
  }

  /**
   * What there is to say.
   *
   * @param impersonates whether a service account is impersonated with it, so that it need not give
   *     an ID token itself
   */
  static List<Finding> findings(GoogleSource source, boolean impersonates, GcloudFolder folder) {
    List<Finding> findings = new ArrayList<>();
    switch (source) {
      case ServiceAccountKey key -> findings.add(GoogleFindings.downloadedKey(key));
      case AuthorizedUser user -> findings.add(GoogleFindings.audienceFixed(user.clientId()));
      case GcloudAccount user -> findings.add(ofLogin(user, folder));
      case Impersonated impersonated ->
          findings.addAll(findings(impersonated.source(), true, folder));
      case Federated federated ->
          findings.add(GoogleFindings.noIdToken("it " + federated.subject().does()));
      case FederatedUser _ -> findings.add(GoogleFindings.noIdToken(WORKFORCE));
      case DistributedCloudAccount _ ->
          findings.add(GoogleFindings.noIdToken("it belongs to Google Distributed Cloud"));
      case AccessTokenFile(Path file) ->
          findings.add(GoogleFindings.noIdToken(file + " holds an access token and nothing more"));
      case UnknownType unknown -> findings.add(GoogleFindings.unknownType(unknown));
      case Unusable(Finding why, _) -> findings.add(why);
    }
    if (impersonates) {
      findings.removeIf(finding -> ID_TOKEN_ONLY.contains(finding.id()));
    }
    return findings;
  }

  private static Finding ofLogin(GcloudAccount user, GcloudFolder folder) {
    return switch (user.login()) {
      case USER -> GoogleFindings.audienceFixed(GcloudAccount.AUDIENCE);
      case WORKFORCE -> GoogleFindings.noIdToken(WORKFORCE);
      case NOT_SEEN ->
          GoogleFindings.noCredentials(user.account(), folder.credentialsOf(user.account()));
    };
  }
}
