package dev.crosstrust.inspect.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.trust.aws.OidcProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.GetOpenIdConnectProviderResponse;
import software.amazon.awssdk.services.iam.model.ListRolesResponse;
import software.amazon.awssdk.services.iam.model.OpenIDConnectProviderListEntry;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * Reads IAM, changes nothing. One leg a call, labelled {@code iam.<Operation>}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html">IAM API
 *     Reference</a>
 */
public final class IamReader implements AutoCloseable {
  private static final String DISABLED = "FeatureDisabled";
  private static final int ROLES_A_PAGE = 1000;

  private final IamClient iam;
  private final IamCalls calls;

  /**
   * @param wire not closed with this
   * @param target any region of the partition: IAM has one endpoint in each
   */
  public IamReader(Wire wire, AwsTarget target, AwsCredentials credentials) {
    this.iam = AwsClients.signed(IamClient.builder(), wire, target, credentials).build();
    this.calls = new IamCalls(iam);
  }

  /** All roles of the account: one call for up to 1000, more where IAM says that more follow. */
  public Outcome<List<RoleSummary>> listRoles() {
    List<RoleSummary> roles = new ArrayList<>();
    String marker = null;
    do {
      String from = marker;
      Outcome<ListRolesResponse> page =
          calls.call(
              "ListRoles",
              client -> client.listRoles(it -> it.marker(from).maxItems(ROLES_A_PAGE)));
      if (!(page instanceof Done<ListRolesResponse>(ListRolesResponse answer))) {
        return page.map(_ -> List.of());
      }
      answer.roles().stream().map(IamReader::summary).forEach(roles::add);
      marker = Boolean.TRUE.equals(answer.isTruncated()) ? answer.marker() : null;
    } while (marker != null);
    return Outcome.done(List.copyOf(roles));
  }

  /**
   * One role and its trust policy.
   *
   * @param name without path
   */
  public Outcome<RoleDetail> getRole(String name) {
    return calls
        .call("GetRole", client -> client.getRole(it -> it.roleName(name)).role())
        .map(IamReader::detail);
  }

  /** All that the role's policies say, inline and attached: a call for each list and policy. */
  public Outcome<List<RolePolicy>> rolePolicies(String role) {
    return new RolePolicyReader(calls, role).all();
  }

  /** Whether the account gives out tokens; that it is off is an answer here and no refusal. */
  public Outcome<OutboundFederation> outboundFederation() {
    Outcome<OutboundFederation> asked =
        calls
            .call(
                "GetOutboundWebIdentityFederationInfo",
                client -> client.getOutboundWebIdentityFederationInfo(_ -> {}))
            .map(
                info ->
                    new OutboundFederation(
                        Boolean.TRUE.equals(info.jwtVendingEnabled())
                            ? info.issuerIdentifier()
                            : null));
    return asked instanceof Refused<OutboundFederation>(Refusal refusal)
            && DISABLED.equals(refusal.code())
        ? Outcome.done(new OutboundFederation(null))
        : asked;
  }

  /** All registered issuers: one call for the list, one for each. */
  public Outcome<List<OidcProvider>> listOpenIdConnectProviders() {
    return calls
        .call(
            "ListOpenIDConnectProviders",
            client -> client.listOpenIDConnectProviders().openIDConnectProviderList())
        .then(this::providers);
  }

  private Outcome<List<OidcProvider>> providers(List<OpenIDConnectProviderListEntry> listed) {
    List<OidcProvider> providers = new ArrayList<>();
    for (OpenIDConnectProviderListEntry entry : listed) {
      Outcome<GetOpenIdConnectProviderResponse> provider =
          calls.call(
              "GetOpenIDConnectProvider",
              client ->
                  client.getOpenIDConnectProvider(it -> it.openIDConnectProviderArn(entry.arn())));
      if (!(provider
          instanceof
          Done<GetOpenIdConnectProviderResponse>(GetOpenIdConnectProviderResponse answer))) {
        return provider.map(_ -> List.of());
      }
      providers.add(new OidcProvider(entry.arn(), answer.url(), answer.clientIDList()));
    }
    return Outcome.done(List.copyOf(providers));
  }

  private static RoleSummary summary(Role role) {
    return new RoleSummary(role.arn(), role.roleName(), role.path());
  }

  private static RoleDetail detail(Role role) {
    return new RoleDetail(
        summary(role),
        IamCalls.document(role.assumeRolePolicyDocument()),
        Duration.ofSeconds(role.maxSessionDuration()));
  }

  @Override
  public void close() {
    iam.close();
  }
}
