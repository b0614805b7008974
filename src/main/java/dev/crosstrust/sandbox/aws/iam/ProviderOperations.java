package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.account.Account;
import dev.crosstrust.sandbox.aws.account.OidcProvider;
import dev.crosstrust.sandbox.aws.query.Constraints;
import dev.crosstrust.sandbox.aws.query.Constraints.Length;
import dev.crosstrust.sandbox.aws.query.Element;
import dev.crosstrust.sandbox.aws.query.Operation;
import dev.crosstrust.sandbox.aws.query.QueryCall;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Registered OpenID Connect providers. Google's built-in one is not among them. */
final class ProviderOperations {
  private final Gate gate;

  ProviderOperations(Gate gate) {
    this.gate = gate;
  }

  Map<String, Operation> all() {
    return Map.of("ListOpenIDConnectProviders", this::list, "GetOpenIDConnectProvider", this::get);
  }

  private List<Element> list(QueryCall call) throws IOException {
    Caller caller = call.caller();
    Account account = gate.account(caller);
    String resource = "arn:aws:iam::" + account.id() + ":oidc-provider/*";
    gate.demand(caller, "iam:ListOpenIDConnectProviders", resource, resource);
    return List.of(
        Element.members(
            "OpenIDConnectProviderList",
            account.oidcProviders().stream()
                .map(it -> Element.of("member", List.of(Element.of("Arn", it.arn()))))));
  }

  private List<Element> get(QueryCall call) throws IOException {
    Caller caller = call.caller();
    Constraints constraints = call.constraints();
    String arn = constraints.required("OpenIDConnectProviderArn", new Length(20, 2048));
    constraints.check();
    gate.demand(caller, "iam:GetOpenIDConnectProvider", arn, arn);
    OidcProvider provider = gate.oidcProvider(caller, arn);
    return List.of(
        Element.of("Url", provider.url()),
        Element.members(
            "ClientIDList", provider.clientIds().stream().map(it -> Element.of("member", it))),
        Element.members(
            "ThumbprintList", provider.thumbprints().stream().map(it -> Element.of("member", it))),
        Element.of("CreateDate", provider.created()));
  }
}
