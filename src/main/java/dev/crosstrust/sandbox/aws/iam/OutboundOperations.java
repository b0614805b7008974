package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.account.Account;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The switch by which an account vouches for its principals to others. */
final class OutboundOperations {
  private final Gate gate;

  OutboundOperations(Gate gate) {
    this.gate = gate;
  }

  Map<String, Operation> all() {
    return Map.of(
        "EnableOutboundWebIdentityFederation",
        this::enable,
        "DisableOutboundWebIdentityFederation",
        this::disable,
        "GetOutboundWebIdentityFederationInfo",
        this::info);
  }

  private List<Element> enable(QueryCall call) throws IOException {
    Account account = account(call, "iam:EnableOutboundWebIdentityFederation");
    if (account.outbound().enabled()) {
      throw refused(409, "FeatureEnabled", "already enabled", account);
    }
    return List.of(Element.of("IssuerIdentifier", account.outbound().enable().url()));
  }

  private List<Element> disable(QueryCall call) throws IOException {
    Account account = account(call, "iam:DisableOutboundWebIdentityFederation");
    if (!account.outbound().enabled()) {
      throw refused(404, "FeatureDisabled", "already disabled", account);
    }
    account.outbound().disable();
    return List.of();
  }

  private List<Element> info(QueryCall call) throws IOException {
    Account account = account(call, "iam:GetOutboundWebIdentityFederationInfo");
    String issuer =
        account
            .outbound()
            .issuer()
            .filter(_ -> account.outbound().enabled())
            .orElseThrow(() -> refused(404, "FeatureDisabled", "disabled", account))
            .url();
    return List.of(Element.of("IssuerIdentifier", issuer), Element.of("JwtVendingEnabled", true));
  }

  private Account account(QueryCall call, String action) throws IOException {
    Caller caller = call.caller();
    gate.demand(caller, action, "*", "*");
    return gate.account(caller);
  }

  private static AwsError refused(int status, String code, String state, Account account) {
    return new AwsError(
        status, code, "Outbound identity federation is " + state + " for account " + account.id());
  }
}
