package dev.crosstrust.sandbox.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.ManagedPolicy;
import dev.crosstrust.sandbox.aws.account.OidcProvider;
import dev.crosstrust.sandbox.aws.cloud.TestCloud;
import dev.crosstrust.sandbox.aws.cloud.TestCloud.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderChangesTest {
  private static final String URL = "https://accounts.google.com";
  private static final String ARN = "arn:aws:iam::111122223333:oidc-provider/accounts.google.com";

  private final TestCloud cloud = new TestCloud();
  private StoredCredential admin;

  @BeforeEach
  void anAdministrator() {
    cloud.account.addUser("admin", it -> it.attach(ManagedPolicy.ofAws("AdministratorAccess")));
    cloud.account.addUser("nobody", UnaryOperator.identity());
    admin = cloud.account.addAccessKey("admin");
  }

  private Answer call(StoredCredential who, String action, Map<String, String> parameters) {
    Map<String, String> form = new HashMap<>(parameters);
    form.put("Action", action);
    form.put("Version", "2010-05-08");
    return cloud.call(who, "iam", form);
  }

  private Answer call(String action, Map<String, String> parameters) {
    return call(admin, action, parameters);
  }

  @Test
  void aProviderIsRegistered() {
    Answer answer =
        call(
            "CreateOpenIDConnectProvider",
            Map.of("Url", URL, "ClientIDList.member.1", "a", "ClientIDList.member.2", "b"));

    assertThat(answer.text("OpenIDConnectProviderArn")).isEqualTo(ARN);
    assertThat(cloud.account.oidcProvider(URL).map(OidcProvider::clientIds))
        .contains(List.of("a", "b"));
    assertThat(call("CreateOpenIDConnectProvider", Map.of("Url", URL)).refusal())
        .isEqualTo("409 EntityAlreadyExists: Provider with url " + URL + " already exists.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://a.example", "a.example", "https://a.example:8443", "https://a.example?b"})
  void itsUrlIsPlainHttps(String url) {
    assertThat(call("CreateOpenIDConnectProvider", Map.of("Url", url)).refusal())
        .isEqualTo("400 ValidationError: Invalid Open ID Connect Provider URL");
  }

  @Test
  void itsListsHaveLimits() {
    Map<String, String> form = new HashMap<>(Map.of("Url", URL));
    IntStream.rangeClosed(1, 101).forEach(i -> form.put("ClientIDList.member." + i, "c" + i));
    assertThat(call("CreateOpenIDConnectProvider", form).refusal())
        .isEqualTo(
            "409 LimitExceeded: Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100");
    form.remove("ClientIDList.member.101");
    IntStream.rangeClosed(1, 6).forEach(i -> form.put("ThumbprintList.member." + i, "0"));
    assertThat(call("CreateOpenIDConnectProvider", form).refusal())
        .isEqualTo("400 InvalidInput: Thumbprint list must contain fewer than 5 entries.");
    assertThat(cloud.account.oidcProviders()).isEmpty();
  }

  @Test
  void anAudienceIsAddedOnce() {
    cloud.account.addOidcProvider(URL, List.of("a"), List.of());
    Map<String, String> more = Map.of("OpenIDConnectProviderArn", ARN, "ClientID", "b");

    assertThat(call("AddClientIDToOpenIDConnectProvider", more).status()).isEqualTo(200);
    assertThat(call("AddClientIDToOpenIDConnectProvider", more).status()).isEqualTo(200);

    assertThat(cloud.account.oidcProvider(URL).map(OidcProvider::clientIds))
        .contains(List.of("a", "b"));
    assertThat(
            call(
                    "AddClientIDToOpenIDConnectProvider",
                    Map.of("OpenIDConnectProviderArn", ARN + "/x", "ClientID", "b"))
                .refusal())
        .isEqualTo("404 NoSuchEntity: OpenIDConnect Provider not found for arn " + ARN + "/x");
  }

  @Test
  void aProviderIsDeletedHoweverOften() {
    cloud.account.addOidcProvider(URL, List.of("a"), List.of());
    Map<String, String> it = Map.of("OpenIDConnectProviderArn", ARN);

    assertThat(call("DeleteOpenIDConnectProvider", it).status()).isEqualTo(200);
    assertThat(cloud.account.oidcProviders()).isEmpty();
    assertThat(call("DeleteOpenIDConnectProvider", it).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CreateOpenIDConnectProvider",
        "DeleteOpenIDConnectProvider",
        "AddClientIDToOpenIDConnectProvider"
      })
  void eachNeedsItsPermission(String action) {
    cloud.account.addOidcProvider(URL, List.of("a"), List.of());
    Map<String, String> form = Map.of("Url", URL, "OpenIDConnectProviderArn", ARN, "ClientID", "b");

    assertThat(call(cloud.account.addAccessKey("nobody"), action, form).refusal())
        .startsWith("403 AccessDenied: ")
        .contains("iam:" + action + " on resource: " + ARN);
    assertThat(cloud.account.oidcProvider(URL).map(OidcProvider::clientIds)).contains(List.of("a"));
  }
}
