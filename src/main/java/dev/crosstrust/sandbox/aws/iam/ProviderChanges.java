package dev.crosstrust.sandbox.aws.iam;

import dev.crosstrust.sandbox.aws.AwsError;
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
import java.util.regex.Pattern;

/** Registering OpenID Connect providers, and taking them away. */
final class ProviderChanges {
  private static final String ARN = "OpenIDConnectProviderArn";
  private static final Length ARN_LENGTH = new Length(20, 2_048);
  private static final Length TEXT = new Length(1, 255);
  private static final int MOST_CLIENT_IDS = 100;
  private static final int MOST_THUMBPRINTS = 5;

  /** No port, no query. */
  private static final Pattern URL = Pattern.compile("https://[A-Za-z0-9.-]+(/[^?#\\s]*)?");

  private final Gate gate;

  ProviderChanges(Gate gate) {
    this.gate = gate;
  }

  Map<String, Operation> all() {
    return Map.of(
        "CreateOpenIDConnectProvider", this::create,
        "DeleteOpenIDConnectProvider", this::delete,
        "AddClientIDToOpenIDConnectProvider", this::addClientId);
  }

  private List<Element> create(QueryCall call) throws IOException {
    Caller caller = call.caller();
    Constraints constraints = call.constraints();
    String url = constraints.required("Url", TEXT);
    constraints.check();
    Account account = gate.account(caller);
    String arn = "arn:aws:iam::%s:oidc-provider/%s".formatted(account.id(), bare(url));
    gate.demand(caller, "iam:CreateOpenIDConnectProvider", arn, arn);
    if (!URL.matcher(url).matches()) {
      throw new AwsError(400, "ValidationError", "Invalid Open ID Connect Provider URL");
    }
    if (account.oidcProvider(url).isPresent()) {
      throw new AwsError(
          409, "EntityAlreadyExists", "Provider with url " + url + " already exists.");
    }
    List<String> clientIds = call.parameters().list("ClientIDList", "");
    checkCount(clientIds.size());
    List<String> thumbprints = call.parameters().list("ThumbprintList", "");
    if (thumbprints.size() > MOST_THUMBPRINTS) {
      throw new AwsError(400, "InvalidInput", "Thumbprint list must contain fewer than 5 entries.");
    }
    OidcProvider provider = account.addOidcProvider(url, clientIds, thumbprints);
    return List.of(Element.of(ARN, provider.arn()));
  }

  /** A provider that is not there counts as deleted. */
  private List<Element> delete(QueryCall call) throws IOException {
    String arn = arn(call, "iam:DeleteOpenIDConnectProvider");
    Account account = gate.account(call.caller());
    account.oidcProviders().stream()
        .filter(it -> it.arn().equals(arn))
        .forEach(it -> account.removeOidcProvider(it.url()));
    return List.of();
  }

  private List<Element> addClientId(QueryCall call) throws IOException {
    String arn = arn(call, "iam:AddClientIDToOpenIDConnectProvider");
    Constraints constraints = call.constraints();
    String clientId = constraints.required("ClientID", TEXT);
    constraints.check();
    OidcProvider wider = gate.oidcProvider(call.caller(), arn).admitting(clientId);
    checkCount(wider.clientIds().size());
    gate.account(call.caller()).changeOidcProvider(wider.url(), it -> it.admitting(clientId));
    return List.of();
  }

  private String arn(QueryCall call, String action) throws IOException {
    Caller caller = call.caller();
    Constraints constraints = call.constraints();
    String arn = constraints.required(ARN, ARN_LENGTH);
    constraints.check();
    gate.demand(caller, action, arn, arn);
    return arn;
  }

  private static void checkCount(int clientIds) {
    if (clientIds > MOST_CLIENT_IDS) {
      throw new AwsError(
          409,
          "LimitExceeded",
          "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: " + MOST_CLIENT_IDS);
    }
  }

  private static String bare(String url) {
    return url.startsWith("https://") ? url.substring("https://".length()) : url;
  }
}
