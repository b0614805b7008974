package dev.crosstrust.inspect.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsCalls;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.evidence.aws.AwsTarget;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
  private static final String SERVICE = "iam";
  private static final int ROLES_A_PAGE = 1000;

  private final IamClient iam;

  /**
   * @param wire not closed with this
   * @param target any region of the partition: IAM has one endpoint in each
   */
  public IamReader(Wire wire, AwsTarget target, AwsCredentials credentials) {
    this.iam = AwsClients.signed(IamClient.builder(), wire, target, credentials).build();
  }

  /** All roles of the account: one call for up to 1000, more where IAM says that more follow. */
  public Outcome<List<RoleSummary>> listRoles() {
    List<RoleSummary> roles = new ArrayList<>();
    String marker = null;
    do {
      String from = marker;
      Outcome<ListRolesResponse> page =
          call(
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
    return call("GetRole", client -> client.getRole(it -> it.roleName(name)).role())
        .map(IamReader::detail);
  }

  /** All registered issuers: one call for the list, one for each. */
  public Outcome<List<OidcProvider>> listOpenIdConnectProviders() {
    return call(
            "ListOpenIDConnectProviders",
            client -> client.listOpenIDConnectProviders().openIDConnectProviderList())
        .then(this::providers);
  }

  private Outcome<List<OidcProvider>> providers(List<OpenIDConnectProviderListEntry> listed) {
    List<OidcProvider> providers = new ArrayList<>();
    for (OpenIDConnectProviderListEntry entry : listed) {
      Outcome<GetOpenIdConnectProviderResponse> provider =
          call(
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

  private <T> Outcome<T> call(String operation, Function<IamClient, T> call) {
    return AwsCalls.outcome(
        Label.of(SERVICE + "." + operation, SERVICE, operation), () -> call.apply(iam));
  }

  private static RoleSummary summary(Role role) {
    return new RoleSummary(role.arn(), role.roleName(), role.path());
  }

  /** IAM sends policy documents percent-encoded, as RFC 3986 has it. */
  private static RoleDetail detail(Role role) {
    String encoded = role.assumeRolePolicyDocument().replace("+", "%2B");
    return new RoleDetail(
        summary(role),
        URLDecoder.decode(encoded, StandardCharsets.UTF_8),
        Duration.ofSeconds(role.maxSessionDuration()));
  }

  @Override
  public void close() {
    iam.close();
  }
}
