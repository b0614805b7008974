package dev.crosstrust.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.auth.http.HttpTransportFactory;
import com.google.auth.oauth2.AwsCredentials;
import com.google.auth.oauth2.AwsSecurityCredentials;
import com.google.auth.oauth2.AwsSecurityCredentialsSupplier;
import com.google.auth.oauth2.ExternalAccountSupplierContext;
import com.google.auth.oauth2.IdentityPoolCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From AWS to Google in the seeded sandbox, over sockets, with the clients of both clouds. */
class SecondRoadTest {
  private static final String POOL =
      "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/my-aws-app";
  private static final String OIDC = POOL + "/providers/my-aws-app";
  private static final String AWS = POOL + "/providers/my-aws-account";
  private static final String AWS_REQUEST = "urn:ietf:params:aws:token-type:aws4_request";
  private static final String JWT = "urn:ietf:params:oauth:token-type:jwt";
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";
  private static final String BAD_FORMAT = "invalid_grant: AWS request has invalid format.";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static Sandbox sandbox;
  private static AwsSessionCredentials lambda;

  @BeforeAll
  static void start() throws IOException {
    sandbox = start(List.of());
    lambda = lambda(sandbox);
  }

  @AfterAll
  static void stop() throws IOException {
    sandbox.close();
  }

  private static Sandbox start(List<Fault> faults) throws IOException {
    return Sandbox.start(
        new Sandbox.Options(null, 0, faults, 0, UnaryOperator.identity()),
        InstantSource.system(),
        SharedKeys.ofOneCloud());
  }

  private static AwsSessionCredentials lambda(Sandbox sandbox) {
    ProfileFile file =
        ProfileFile.builder()
            .content(sandbox.home().resolve(".aws/credentials"))
            .type(ProfileFile.Type.CREDENTIALS)
            .build();
    try (var provider =
        ProfileCredentialsProvider.builder()
            .profileFile(file)
            .profileName("lambda-outbound")
            .build()) {
      return (AwsSessionCredentials) provider.resolveCredentials();
    }
  }

  private static String jwt(Sandbox sandbox, AwsSessionCredentials credentials, String algorithm) {
    try (var http = UrlConnectionHttpClient.create();
        StsClient sts =
            StsClient.builder()
                .httpClient(http)
                .region(Region.EU_WEST_1)
                .endpointOverride(sandbox.endpoints().get("aws"))
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .build()) {
      return sts.getWebIdentityToken(it -> it.audience(OIDC).signingAlgorithm(algorithm))
          .webIdentityToken();
    }
  }

  private static JsonNode post(Sandbox sandbox, String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.endpoints().get("google").resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      String answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
      return JsonMapper.shared().readTree(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode exchange(Sandbox sandbox, String audience, String type, String token) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    form.put("requested_token_type", "urn:ietf:params:oauth:token-type:access_token");
    form.put("audience", audience);
    form.put("scope", SCOPE);
    form.put("subject_token_type", type);
    form.put("subject_token", token);
    return post(sandbox, "/v1/token", form);
  }

  private static String whose(String accessToken) {
    return post(sandbox, "/v1/introspect", Map.of("token", accessToken))
        .path("username")
        .asString("nobody");
  }

  private static String refusal(JsonNode answer) {
    return answer.path("error").asString("") + ": " + answer.path("error_description").asString("");
  }

  @ParameterizedTest
  @CsvSource({"RS256", "ES384"})
  void aRolesTokenIsTheRoleAtGoogle(String algorithm) {
    JsonNode answer = exchange(sandbox, OIDC, JWT, jwt(sandbox, lambda, algorithm));

    assertThat(whose(answer.path("access_token").asString("")))
        .isEqualTo(
            "principal:" + POOL + "/subject/arn:aws:iam::111122223333:role/LambdaOutboundSTSRole");
  }

  /** Columns: the fault, what the exchange says; empty when it lets in all the same. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          issuer-unreachable    | invalid_grant: Error connecting to the given credential's issuer.
          provider-disabled     | invalid_target: The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn't exist.
          subject-too-long      | invalid_request: The size of mapped attribute google.subject exceeds the 127 bytes limit. Either modify your attribute mapping or the incoming assertion to produce a mapped attribute that is less than 127 bytes.
          condition-refuses     | unauthorized_client: The given credential is rejected by the attribute condition.
          condition-exploitable | ''
          """)
  void aFaultOfTheRoadShowsInTheExchange(String fault, String refusal) throws IOException {
    try (Sandbox broken = start(List.of(Fault.of(fault)))) {
      JsonNode answer = exchange(broken, OIDC, JWT, jwt(broken, lambda(broken), "RS256"));

      if (refusal.isEmpty()) {
        assertThat(answer.path("access_token").asString("")).startsWith("ya29.");
      } else {
        assertThat(refusal(answer)).isEqualTo(refusal);
      }
    }
  }

  @Test
  void googlesLibraryTradesATokenOfAws() throws IOException {
    IdentityPoolCredentials credentials =
        IdentityPoolCredentials.newBuilder()
            .setHttpTransportFactory(loopback())
            .setAudience(OIDC)
            .setSubjectTokenType(JWT)
            .setTokenUrl("https://sts.googleapis.com/v1/token")
            .setSubjectTokenSupplier(_ -> jwt(sandbox, lambda, "RS256"))
            .setScopes(List.of(SCOPE))
            .build();

    assertThat(whose(credentials.refreshAccessToken().getTokenValue()))
        .endsWith("/subject/arn:aws:iam::111122223333:role/LambdaOutboundSTSRole");
  }

  @Test
  void googlesLibraryPresentsASignedRequest() throws IOException {
    AwsCredentials credentials =
        AwsCredentials.newBuilder()
            .setHttpTransportFactory(loopback())
            .setAudience(AWS)
            .setSubjectTokenType(AWS_REQUEST)
            .setTokenUrl("https://sts.googleapis.com/v1/token")
            .setAwsSecurityCredentialsSupplier(new Lambda())
            .setScopes(List.of(SCOPE))
            .build();

    assertThat(whose(credentials.refreshAccessToken().getTokenValue()))
        .isEqualTo(
            "principal:"
                + POOL
                + "/subject/arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/"
                + "lambda-outbound");
  }

  private static final class Lambda implements AwsSecurityCredentialsSupplier {
    private static final long serialVersionUID = 1L;

    @Override
    public String getRegion(ExternalAccountSupplierContext context) {
      return "eu-west-1";
    }

    @Override
    public AwsSecurityCredentials getCredentials(ExternalAccountSupplierContext context) {
      return new AwsSecurityCredentials(
          lambda.accessKeyId(), lambda.secretAccessKey(), lambda.sessionToken());
    }
  }

  private static HttpTransportFactory loopback() {
    return () ->
        new NetHttpTransport.Builder()
            .setConnectionFactory(url -> (HttpURLConnection) moved(url).openConnection())
            .build();
  }

  private static URL moved(URL url) throws IOException {
    return sandbox.endpoints().get("google").resolve(url.getFile()).toURL();
  }

  private static String presented(SpoiltRequest signed) {
    JsonNode answer = exchange(sandbox, AWS, AWS_REQUEST, signed.token());
    return answer.has("access_token") ? "let in" : refusal(answer);
  }

  @Test
  void aRequestSignedByTheSdkIsLetInFromBothKindsOfEndpoint() {
    assertThat(presented(SpoiltRequest.of(lambda, AWS))).isEqualTo("let in");
    SpoiltRequest global = SpoiltRequest.of(lambda, AWS);
    global.host = "sts.amazonaws.com";
    global.region = "us-east-1";
    assertThat(presented(global)).isEqualTo("let in");
    SpoiltRequest withScheme = SpoiltRequest.of(lambda, AWS);
    withScheme.target = "https:" + AWS;
    assertThat(presented(withScheme)).isEqualTo("let in");
  }

  @Test
  void theSessionTokenMustBeUnderTheSignature() {
    SpoiltRequest signed = SpoiltRequest.of(lambda, AWS);
    signed.tokenSigned = false;

    assertThat(presented(signed)).isEqualTo(BAD_FORMAT);
  }

  @Test
  void theTargetMustBeThisProvider() {
    SpoiltRequest absent = SpoiltRequest.of(lambda, AWS);
    absent.target = "";
    assertThat(presented(absent)).isEqualTo(BAD_FORMAT);
    SpoiltRequest other = SpoiltRequest.of(lambda, AWS);
    other.target = OIDC;
    assertThat(presented(other)).isEqualTo(BAD_FORMAT);
  }

  @Test
  void theTokenMustBePercentEncoded() {
    SpoiltRequest signed = SpoiltRequest.of(lambda, AWS);
    signed.encoded = false;

    assertThat(presented(signed)).isEqualTo(BAD_FORMAT);
  }

  @Test
  void whatIsNotStsOfAwsIsNeverAsked() {
    SpoiltRequest signed = SpoiltRequest.of(lambda, AWS);
    signed.host = "sts.eu-west-1.amazonaws.com.evil.example";

    assertThat(presented(signed)).isEqualTo(BAD_FORMAT);
  }

  @Test
  void awsRefusesAScopeOfAnotherRegion() {
    SpoiltRequest signed = SpoiltRequest.of(lambda, AWS);
    signed.region = "us-east-1";

    assertThat(presented(signed))
        .isEqualTo("invalid_grant: AWS did not accept the signed request: SignatureDoesNotMatch");
  }

  @Test
  void awsRefusesWhatIsOlderThanAQuarterOfAnHour() {
    SpoiltRequest signed = SpoiltRequest.of(lambda, AWS);
    signed.when = Instant.now().minus(Duration.ofMinutes(16));

    assertThat(presented(signed))
        .isEqualTo("invalid_grant: AWS did not accept the signed request: SignatureDoesNotMatch");
  }

  @Test
  void awsRefusesADateInPlaceOfATimestamp() {
    SpoiltRequest signed = SpoiltRequest.of(lambda, AWS);
    signed.json = text -> text.replaceAll("(\"\\d{8})T\\d{6}Z\"", "$1\"");

    assertThat(presented(signed))
        .isEqualTo("invalid_grant: AWS did not accept the signed request: IncompleteSignature");
  }

  @Test
  void aSignedRequestIsNothingToAProviderOfTokens() {
    assertThat(refusal(exchange(sandbox, OIDC, AWS_REQUEST, SpoiltRequest.of(lambda, AWS).token())))
        .startsWith("invalid_request: ");
  }
}
