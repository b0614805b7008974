package dev.crosstrust.inspect.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import dev.crosstrust.sandbox.wire.Response;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.trust.aws.OidcProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IamReaderTest {
  private static final AwsCredentials KEYS =
      new AwsCredentials("ASIATEST", Secret.of("k".repeat(40)), Secret.of("t".repeat(200)), null);

  private final Recorder recorder = new Recorder();
  private final List<String> asked = new ArrayList<>();

  /** Answers by operation, and by marker where there is one. */
  private <T> T reading(Function<String, Response> answers, Function<IamReader, T> work)
      throws IOException {
    try (LoopbackServer server =
            LoopbackServer.start(
                0,
                request -> {
                  String form = new String(request.bodyBytes(), StandardCharsets.UTF_8);
                  asked.add(form);
                  return answers.apply(form);
                });
        Wire wire = new Wire(Origins.REAL, recorder, InstantSource.system());
        IamReader reader = new IamReader(wire, new AwsTarget("eu-west-1", server.origin()), KEYS)) {
      return work.apply(reader);
    }
  }

  private static Response result(String operation, String result) {
    return Response.of(
        200,
        "text/xml",
        "<%1$sResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><%1$sResult>%2$s</%1$sResult></%1$sResponse>"
            .formatted(operation, result));
  }

  private static String role(String path, String name, String more) {
    return "<Path>%1$s</Path><RoleName>%2$s</RoleName><Arn>arn:aws:iam::111122223333:role%1$s%2$s</Arn>%3$s"
        .formatted(path, name, more);
  }

  @Test
  void rolesComeFromAllPagesOneLegEach() throws IOException {
    Outcome<List<RoleSummary>> roles =
        reading(
            form ->
                result(
                    "ListRoles",
                    form.contains("Marker=m%2B1")
                        ? "<IsTruncated>false</IsTruncated><Roles><member>%s</member></Roles>"
                            .formatted(role("/team/", "B", ""))
                        : "<IsTruncated>true</IsTruncated><Marker>m+1</Marker><Roles><member>%s</member></Roles>"
                            .formatted(role("/", "A", ""))),
            IamReader::listRoles);
    assertThat(roles)
        .isEqualTo(
            Outcome.done(
                List.of(
                    new RoleSummary("arn:aws:iam::111122223333:role/A", "A", "/"),
                    new RoleSummary("arn:aws:iam::111122223333:role/team/B", "B", "/team/"))));
    assertThat(recorder.legs())
        .extracting(Leg::name)
        .containsExactly("iam.ListRoles", "iam.ListRoles");
  }

  @Test
  void aRefusalIsInTheWordsOfIam() throws IOException {
    String text =
        "User: arn:aws:sts::111122223333:assumed-role/GCPWorkloadIAMRole/gcp-session is not"
            + " authorized to perform: iam:ListRoles on resource:"
            + " arn:aws:iam::111122223333:role/ because no identity-based policy allows the"
            + " iam:ListRoles action";
    Response denied =
        Response.of(
            403,
            "text/xml",
            "<ErrorResponse"
                + " xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>"
                + text
                + "</Message></Error><RequestId>3f2d</RequestId></ErrorResponse>");
    assertThat(reading(_ -> denied, IamReader::listRoles))
        .isEqualTo(
            new Refused<>(new Refusal("iam", "ListRoles", 403, "AccessDenied", text, "3f2d")));
    assertThat(recorder.legs().toString())
        .contains("ASIATEST", text)
        .doesNotContain(KEYS.secretAccessKey().reveal(), "t".repeat(200));
  }

  @Test
  void aTrustPolicyIsDecodedAndOtherwiseLeftAsItWasWritten() throws IOException {
    String encoded = "%7B%20%22Version%22%3A%222012-10-17%22%2C%22Sid%22%3A%22a+b%2Bc%22%7D";
    Outcome<RoleDetail> role =
        reading(
            _ ->
                result(
                    "GetRole",
                    "<Role>%s</Role>"
                        .formatted(
                            role(
                                "/",
                                "R",
                                "<MaxSessionDuration>7200</MaxSessionDuration><AssumeRolePolicyDocument>%s</AssumeRolePolicyDocument>"
                                    .formatted(encoded)))),
            reader -> reader.getRole("R"));
    assertThat(role)
        .isEqualTo(
            Outcome.done(
                new RoleDetail(
                    new RoleSummary("arn:aws:iam::111122223333:role/R", "R", "/"),
                    "{ \"Version\":\"2012-10-17\",\"Sid\":\"a+b+c\"}",
                    Duration.ofHours(2))));
    assertThat(asked.getFirst()).contains("Action=GetRole", "RoleName=R");
  }

  @Test
  void issuersComeWithTheirAudiences() throws IOException {
    String arn = "arn:aws:iam::111122223333:oidc-provider/";
    Outcome<List<OidcProvider>> providers =
        reading(
            form ->
                form.contains("Action=List")
                    ? listed(arn + "a.example", arn + "b.example/x")
                    : provider(form),
            IamReader::listOpenIdConnectProviders);
    assertThat(providers)
        .isEqualTo(
            Outcome.done(
                List.of(
                    new OidcProvider(arn + "a.example", "a.example", List.of("one", "two")),
                    new OidcProvider(arn + "b.example/x", "b.example/x", List.of("one", "two")))));
    assertThat(recorder.legs())
        .extracting(Leg::name)
        .containsExactly(
            "iam.ListOpenIDConnectProviders",
            "iam.GetOpenIDConnectProvider",
            "iam.GetOpenIDConnectProvider");
  }

  @Test
  void whatARoleMayDoIsInlinePoliciesOfAllPagesThenAttachedOnesInTheirDefaultVersion()
      throws IOException {
    Outcome<List<RolePolicy>> policies =
        reading(IamReaderTest::policyAnswer, reader -> reader.rolePolicies("R"));
    assertThat(policies)
        .isEqualTo(
            Outcome.done(
                List.of(
                    new RolePolicy("one", "{\"one\": 1}"),
                    new RolePolicy("two", "{\"two\": 1}"),
                    new RolePolicy("arn:aws:iam::aws:policy/P", "{\"v7\": 1}"))));
    assertThat(recorder.legs())
        .extracting(Leg::name)
        .containsExactly(
            "iam.ListRolePolicies",
            "iam.ListRolePolicies",
            "iam.GetRolePolicy",
            "iam.GetRolePolicy",
            "iam.ListAttachedRolePolicies",
            "iam.GetPolicy",
            "iam.GetPolicyVersion");
  }

  private static Response policyAnswer(String form) {
    Matcher action = Pattern.compile("Action=([A-Za-z]+)").matcher(form);
    assertThat(action.find()).isTrue();
    String operation = action.group(1);
    return result(
        operation,
        switch (operation) {
          case "ListRolePolicies" ->
              form.contains("Marker=m")
                  ? "<PolicyNames><member>two</member></PolicyNames><IsTruncated>false</IsTruncated>"
                  : "<PolicyNames><member>one</member></PolicyNames><IsTruncated>true</IsTruncated><Marker>m</Marker>";
          case "GetRolePolicy" ->
              "<PolicyDocument>%%7B%%22%s%%22%%3A%%201%%7D</PolicyDocument>"
                  .formatted(form.contains("PolicyName=one") ? "one" : "two");
          case "ListAttachedRolePolicies" ->
              "<AttachedPolicies><member><PolicyName>P</PolicyName><PolicyArn>arn:aws:iam::aws:policy/P</PolicyArn></member></AttachedPolicies>";
          case "GetPolicy" -> "<Policy><DefaultVersionId>v7</DefaultVersionId></Policy>";
          default -> "<PolicyVersion><Document>%7B%22v7%22%3A%201%7D</Document></PolicyVersion>";
        });
  }

  @Test
  void thatOutboundFederationIsOffIsAnAnswer() throws IOException {
    Response off =
        Response.of(
            404,
            "text/xml",
            "<ErrorResponse"
                + " xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>FeatureDisabled</Code><Message>Outbound"
                + " identity federation is disabled for account"
                + " 111122223333</Message></Error><RequestId>3f2d</RequestId></ErrorResponse>");
    Response on =
        result(
            "GetOutboundWebIdentityFederationInfo",
            "<IssuerIdentifier>https://issuer.example</IssuerIdentifier><JwtVendingEnabled>true</JwtVendingEnabled>");
    assertThat(reading(_ -> off, IamReader::outboundFederation))
        .isEqualTo(Outcome.done(new OutboundFederation(null)));
    assertThat(reading(_ -> on, IamReader::outboundFederation))
        .isEqualTo(Outcome.done(new OutboundFederation("https://issuer.example")));
  }

  private static Response listed(String... arns) {
    StringBuilder members = new StringBuilder();
    for (String arn : arns) {
      members.append("<member><Arn>%s</Arn></member>".formatted(arn));
    }
    return result(
        "ListOpenIDConnectProviders",
        "<OpenIDConnectProviderList>%s</OpenIDConnectProviderList>".formatted(members));
  }

  private static Response provider(String form) {
    Matcher url = Pattern.compile("oidc-provider%2F([^&]+)").matcher(form);
    assertThat(url.find()).isTrue();
    return result(
        "GetOpenIDConnectProvider",
        "<Url>%s</Url><ClientIDList><member>one</member><member>two</member></ClientIDList>"
            .formatted(url.group(1).replace("%2F", "/")));
  }
}
