package dev.crosstrust.sandbox.aws.iam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.ManagedPolicy;
import dev.crosstrust.sandbox.aws.account.SessionGrant;
import dev.crosstrust.sandbox.aws.cloud.TestCloud;
import dev.crosstrust.sandbox.aws.cloud.TestCloud.Answer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamServiceTest {
  private static final String TRUST =
      "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"Federated\": \"a + b*~\"},"
          + " \"Action\": \"sts:AssumeRoleWithWebIdentity\"}}";

  private final TestCloud cloud = new TestCloud();
  private StoredCredential admin;
  private StoredCredential session;

  @BeforeEach
  void anAdministratorAndAReader() {
    cloud.account.addUser("admin", it -> it.attach(ManagedPolicy.ofAws("AdministratorAccess")));
    admin = cloud.account.addAccessKey("admin");
    cloud.account.addRole(
        "GCPWorkloadIAMRole",
        TRUST,
        it -> it.attach(ManagedPolicy.ofAws("AmazonS3ReadOnlyAccess")));
    session =
        cloud
            .accounts
            .startSession(
                SessionGrant.of(
                    cloud.account.role("GCPWorkloadIAMRole").orElseThrow(),
                    "gcp-session",
                    Duration.ofHours(1)))
            .credential();
  }

  /** Columns: action, parameter, value, how the refusal names the resource. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ListRoles                  | PathPrefix | /      | arn:aws:iam::111122223333:role/
          ListRoles                  | PathPrefix | /a/    | arn:aws:iam::111122223333:role/a/
          GetRole                    | RoleName   | Target | role Target
          ListAttachedRolePolicies   | RoleName   | Target | role Target
          ListRolePolicies           | RoleName   | Target | role Target
          GetRolePolicy              | RoleName   | Target | role Target
          GetPolicy                  | PolicyArn  | arn:aws:iam::aws:policy/AdministratorAccess | policy arn:aws:iam::aws:policy/AdministratorAccess
          EnableOutboundWebIdentityFederation  | Ignored | x | *
          DisableOutboundWebIdentityFederation | Ignored | x | *
          GetOutboundWebIdentityFederationInfo | Ignored | x | *
          ListOpenIDConnectProviders | Ignored    | x      | arn:aws:iam::111122223333:oidc-provider/*
          GetOpenIDConnectProvider   | OpenIDConnectProviderArn | arn:aws:iam::111122223333:oidc-provider/x | arn:aws:iam::111122223333:oidc-provider/x
          """)
  void refusalsNameCallerActionResourceAndReason(
      String action, String parameter, String value, String resource) {
    assertThat(call(session, action, Map.of(parameter, value)).refusal())
        .isEqualTo(
            "403 AccessDenied: User:"
                + " arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session is not"
                + " authorized to perform: iam:%s on resource: %s because no identity-based policy"
                    .formatted(action, resource)
                + " allows the iam:%s action".formatted(action));
  }

  @Test
  void rolesAreListedPageByPage() {
    cloud.account.addRole("A", TRUST, it -> it.at("/team/"));
    cloud.account.addRole("Z", TRUST, UnaryOperator.identity());

    Answer first = call(admin, "ListRoles", Map.of("MaxItems", "2"));
    assertThat(first.text("IsTruncated")).isEqualTo("true");
    assertThat(first.text("Arn")).isEqualTo("arn:aws:iam::111122223333:role/team/A");
    Answer second =
        call(admin, "ListRoles", Map.of("MaxItems", "2", "Marker", first.text("Marker")));
    assertThat(second.text("IsTruncated")).isEqualTo("false");
    assertThat(second.text("RoleName")).isEqualTo("Z");
    assertThat(second.body()).doesNotContain("Marker");

    assertThat(call(admin, "ListRoles", Map.of("PathPrefix", "/team/")).body())
        .containsOnlyOnce("<RoleName>");
    assertThat(call(admin, "ListRoles", Map.of("Marker", "?")).refusal())
        .isEqualTo("400 ValidationError: Invalid Marker.");
  }

  @Test
  void aRoleIsShownWithItsTrustPolicyEncoded() {
    ManagedPolicy boundary = ManagedPolicy.ofAws("AdministratorAccess");
    cloud.account.changeRole(
        "GCPWorkloadIAMRole", it -> it.maxSession(Duration.ofHours(2)).boundary(boundary));

    Answer answer = call(admin, "GetRole", Map.of("RoleName", "GCPWorkloadIAMRole"));

    assertThat(answer.body())
        .startsWith("<GetRoleResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">");
    assertThat(answer.text("MaxSessionDuration")).isEqualTo("7200");
    assertThat(answer.text("CreateDate")).isEqualTo("2026-11-21T12:00:00Z");
    assertThat(answer.text("PermissionsBoundaryArn")).isEqualTo(boundary.arn());
    assertThat(answer.text("AssumeRolePolicyDocument")).contains("a%20%2B%20b%2A~");
    assertThat(URLDecoder.decode(answer.text("AssumeRolePolicyDocument"), StandardCharsets.UTF_8))
        .isEqualTo(TRUST);
  }

  @Test
  void aMissingRoleIsNamed() {
    assertThat(call(admin, "GetRole", Map.of("RoleName", "X")).refusal())
        .isEqualTo("404 NoSuchEntity: The role with name X cannot be found.");
  }

  @Test
  void policiesOfARoleAreShown() {
    String inline =
        "{\"Statement\": {\"Effect\": \"Deny\", \"Action\": \"iam:*\", \"Resource\": \"*\"}}";
    cloud.account.changeRole("GCPWorkloadIAMRole", it -> it.inline("own", inline));
    Map<String, String> role = Map.of("RoleName", "GCPWorkloadIAMRole");

    assertThat(call(admin, "ListAttachedRolePolicies", role).text("PolicyArn"))
        .isEqualTo("arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess");
    assertThat(call(admin, "ListRolePolicies", role).body())
        .contains("<PolicyNames><member>own</member></PolicyNames>");
    Map<String, String> own = new HashMap<>(role);
    own.put("PolicyName", "own");
    assertThat(
            URLDecoder.decode(
                call(admin, "GetRolePolicy", own).text("PolicyDocument"), StandardCharsets.UTF_8))
        .isEqualTo(inline);
    own.put("PolicyName", "other");
    assertThat(call(admin, "GetRolePolicy", own).refusal())
        .isEqualTo("404 NoSuchEntity: The role policy with name other cannot be found.");
  }

  @Test
  void managedPoliciesAreShownAsPublished() {
    Map<String, String> policy =
        Map.of("PolicyArn", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess", "VersionId", "v1");

    assertThat(call(admin, "GetPolicy", policy).text("DefaultVersionId")).isEqualTo("v1");
    assertThat(
            URLDecoder.decode(
                call(admin, "GetPolicyVersion", policy).text("Document"), StandardCharsets.UTF_8))
        .contains("\"s3-object-lambda:List*\"");
    assertThat(
            call(admin, "GetPolicy", Map.of("PolicyArn", "arn:aws:iam::aws:policy/Other"))
                .refusal())
        .isEqualTo("404 NoSuchEntity: Policy arn:aws:iam::aws:policy/Other was not found.");
  }

  @Test
  void registeredProvidersAreShown() {
    cloud.account.addOidcProvider("https://accounts.google.com", List.of("a", "b"), List.of());
    String arn = "arn:aws:iam::111122223333:oidc-provider/accounts.google.com";

    assertThat(call(admin, "ListOpenIDConnectProviders", Map.of()).text("Arn")).isEqualTo(arn);
    Answer provider =
        call(admin, "GetOpenIDConnectProvider", Map.of("OpenIDConnectProviderArn", arn));
    assertThat(provider.text("Url")).isEqualTo("accounts.google.com");
    assertThat(provider.body())
        .contains("<ClientIDList><member>a</member><member>b</member></ClientIDList>");
  }

  private Answer call(StoredCredential credential, String action, Map<String, String> parameters) {
    Map<String, String> form = new HashMap<>(parameters);
    form.put("Action", action);
    form.put("Version", "2010-05-08");
    return cloud.call(credential, "iam", form);
  }
}
