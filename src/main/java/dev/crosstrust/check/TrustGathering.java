package dev.crosstrust.check;

import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.RoleArn;
import dev.crosstrust.trust.aws.TrustCheck;
import dev.crosstrust.trust.aws.TrustQuestion;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads whom a role trusts, and judges a token by it.
 *
 * @param relay of those who may look into the role's account
 * @param sources where what is read is from
 */
record TrustGathering(Wire wire, InstantSource clock, Relay<AwsSide> relay, List<String> sources) {

  LocalCheck check(AskedRole asked, RoleArn role, Token token) {
    return relay.ask("Trust policy", "iam:GetRole", side -> side.role(role.name()))
            instanceof Done<RoleDetail>(RoleDetail found)
        ? judge(asked, found, token)
        : new LocalCheck.NotMade(sources, question(asked, "", null, token), null);
  }

  private LocalCheck judge(AskedRole asked, RoleDetail role, Token token) {
    TrustQuestion question = question(asked, role.trustPolicy(), providers(), token);
    try {
      return new LocalCheck.OfTrust(
          question, RoleFacts.judged(TrustCheck.of(question), asked, role), sources);
    } catch (UnreadableDocument e) {
      List<String> why = new ArrayList<>(sources);
      why.add("The trust policy could not be judged: " + e.getMessage());
      return new LocalCheck.NotMade(why, question, null);
    }
  }

  private TrustQuestion question(
      AskedRole asked, String policy, @Nullable List<OidcProvider> providers, Token token) {
    return new TrustQuestion(
        token,
        policy,
        asked.arn(),
        providers,
        Signatures.check(relay, token, KeySource.issuer(wire), Signatures.PUBLISHED, sources),
        clock.instant(),
        Map.of(
            "sts:RoleSessionName",
            List.of(asked.session()),
            "aws:RequestedRegion",
            List.of(asked.region())));
  }

  private @Nullable List<OidcProvider> providers() {
    return relay.ask("IAM OIDC providers", "iam:ListOpenIDConnectProviders", AwsSide::providers)
            instanceof Done<List<OidcProvider>>(List<OidcProvider> found)
        ? found
        : null;
  }
}
