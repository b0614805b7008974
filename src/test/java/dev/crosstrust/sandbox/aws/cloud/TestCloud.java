package dev.crosstrust.sandbox.aws.cloud;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.Account;
import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.account.PolicyAuthorizer;
import dev.crosstrust.sandbox.aws.iam.IamService;
import dev.crosstrust.sandbox.aws.query.QueryService;
import dev.crosstrust.sandbox.aws.sts.StsService;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An AWS half for tests, with one account, a clock that stands still, and a Google whose key was
 * made a moment ago. A caller is believed by the access key id it names.
 */
public final class TestCloud {
  public static final String ACCOUNT = "111122223333";
  public static final String GOOGLE = "https://accounts.google.com";

  /** One key for all tests: making it takes longer than they do. */
  public static final RSAKey GOOGLE_KEY = key("g1");

  public Instant now = Instant.parse("2026-11-21T12:00:00Z");
  public final Map<String, JWKSet> issuers =
      new HashMap<>(Map.of(GOOGLE, new JWKSet(GOOGLE_KEY.toPublicJWK())));
  public final Accounts accounts = new Accounts(new Random(1), () -> now);
  public final Account account = accounts.account(ACCOUNT);
  public final PolicyAuthorizer authorizer = new PolicyAuthorizer(accounts, () -> now);
  public final QueryService sts =
      StsService.of(
          accounts,
          authorizer,
          issuer -> Optional.ofNullable(issuers.get(issuer)),
          this::caller,
          () -> now,
          new Random(2));
  public final QueryService iam = IamService.of(accounts, authorizer, this::caller, new Random(3));
  public final AwsCloud door =
      new AwsCloud(
          sts,
          iam,
          request ->
              Response.of(
                  200,
                  "text/plain",
                  "s3 " + new String(request.bodyBytes(), StandardCharsets.UTF_8)),
          accounts,
          () -> now);

  private Caller caller(Request request, byte[] body) {
    Matcher key =
        Pattern.compile("Credential=([A-Z0-9]+)/")
            .matcher(request.header("authorization").orElse(""));
    return Optional.of(key)
        .filter(Matcher::find)
        .flatMap(it -> accounts.find(it.group(1)))
        .map(StoredCredential::caller)
        .orElseThrow(
            () ->
                new AwsError(
                    403, "MissingAuthenticationToken", "Request is missing Authentication Token"));
  }

  /** An unsigned call. */
  public Answer call(Map<String, String> form) {
    return call(Optional.empty(), "sts", form);
  }

  /** A call signed with a key, for a service. */
  public Answer call(StoredCredential credential, String service, Map<String, String> form) {
    return call(Optional.of(credential), service, form);
  }

  private Answer call(
      Optional<StoredCredential> credential, String service, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put("content-type", List.of("application/x-www-form-urlencoded; charset=utf-8"));
    credential.ifPresent(
        it ->
            headers.put(
                "authorization",
                List.of(
                    "AWS4-HMAC-SHA256 Credential=%s/20261121/eu-west-1/%s/aws4_request, Signature=0"
                        .formatted(it.accessKeyId(), service))));
    return send(new Request("POST", "/", "", headers, stream(body)));
  }

  /** Any request. */
  public Answer send(Request request) {
    try {
      Response response = door.handle(request);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      response.body().writeTo(out);
      return new Answer(
          response.status(), response.headers(), out.toString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public static ByteArrayInputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  public static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** What came back. */
  public record Answer(int status, Map<String, String> headers, String body) {
    /** The text of the first element with this name. */
    public String text(String element) {
      Matcher matcher =
          Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(Pattern.quote(element))).matcher(body);
      return matcher.find() ? unescape(matcher.group(1)) : "no " + element + " in " + body;
    }

    /** Status, code and message of a refusal. */
    public String refusal() {
      return status + " " + text("Code") + ": " + text("Message");
    }

    private static String unescape(String text) {
      return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
  }
}
