package dev.crosstrust.sandbox.google;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.User;
import dev.crosstrust.sandbox.google.federation.Pool;
import dev.crosstrust.sandbox.google.policy.Binding;
import dev.crosstrust.sandbox.google.policy.Condition;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.policy.Roles;
import dev.crosstrust.sandbox.google.storage.Bucket;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Google Cloud on a port, with one project, two buckets in it, its owner, and a workload of
 * another cloud that may use the objects of the first bucket.
 */
public final class Wire implements AutoCloseable {
  public static final String PROJECT = "demo-product-sbx";
  public static final String BUCKET = "my-test-bucket";
  public static final String OTHER = "my-second-bucket";
  public static final User OWNER = new User("dev-user@demo-product.example", "1", null);
  public static final FederatedPrincipal LAMBDA =
      new FederatedPrincipal(
          "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app",
          "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole",
          List.of(),
          Map.of());

  private static final Instant CREATED = Instant.parse("2026-11-20T10:00:00Z");

  private final GoogleCloud cloud =
      new GoogleCloud(InstantSource.system(), new SecureRandom(), SharedKeys.ofOneCloud());
  private final LoopbackServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  public Wire() throws IOException {
    cloud
        .directory()
        .project(PROJECT, "123456789012")
        .serviceAccount("worker", PROJECT, "114809731204417780391")
        .user(OWNER.email(), OWNER.subject(), null);
    cloud.federation().pool(Pool.of("123456789012", "my-aws-app"));
    bucket(BUCKET, true);
    bucket(OTHER, true);
    cloud.policies().grant(Resource.project(PROJECT), Roles.OWNER, "user:" + OWNER.email());
    cloud
        .policies()
        .grant(
            Resource.project(PROJECT),
            Binding.of(
                "roles/storage.objectAdmin",
                LAMBDA.member(),
                new Condition(
                    "RestrictToTestBucket",
                    "resource.name.startsWith('projects/_/buckets/" + BUCKET + "/objects/')")));
    server = LoopbackServer.start(0, cloud);
  }

  public Bucket bucket(String name, boolean uniform) {
    return cloud
        .buckets()
        .create(
            new Bucket.Settings(name, PROJECT, "123456789012", "EUROPE-WEST1", uniform, CREATED));
  }

  public GoogleCloud cloud() {
    return cloud;
  }

  public String origin() {
    return server.origin().toString();
  }

  /** Calls of somebody who has a token for all of the cloud. */
  public As as(Principal who) {
    return as(who, Scopes.CLOUD_PLATFORM);
  }

  public As as(Principal who, String scope) {
    return new As(cloud.accessTokens().issue(who, "", List.of(scope), Duration.ofHours(1)).value());
  }

  public As withBearer(String value) {
    return new As(value);
  }

  public As anonymous() {
    return new As("");
  }

  @Override
  public void close() {
    server.close();
    client.close();
  }

  /** An answer. */
  public record Answer(HttpResponse<byte[]> http) {
    public int status() {
      return http.statusCode();
    }

    public byte[] bytes() {
      return http.body();
    }

    public String text() {
      return new String(http.body(), UTF_8);
    }

    public JsonNode json() {
      return JsonMapper.shared().readTree(http.body());
    }

    public String header(String name) {
      return http.headers().firstValue(name).orElse("");
    }

    /** The message of a refusal whose parts agree. */
    public String message() {
      JsonNode error = json().path("error");
      if (error.path("code").asInt() != status()) {
        throw new AssertionError("status " + status() + " with " + text());
      }
      return error.path("message").asString();
    }

    public String reason() {
      return json().path("error").path("errors").path(0).path("reason").asString("");
    }
  }

  /** Somebody's calls. */
  public final class As {
    private final String bearer;

    private As(String bearer) {
      this.bearer = bearer;
    }

    public Answer get(String path, String... headers) {
      return send("GET", path, new byte[0], headers);
    }

    public Answer delete(String path) {
      return send("DELETE", path, new byte[0]);
    }

    public Answer post(String path, String json) {
      return send("POST", path, json.getBytes(UTF_8), "Content-Type", "application/json");
    }

    /**
     * Any call.
     *
     * @param path or a whole address, as an answer has given it
     */
    public Answer send(String method, String path, byte[] body, String... headers) {
      String uri = path.startsWith("http") ? path : origin() + path;
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(uri)).method(method, BodyPublishers.ofByteArray(body));
      if (!bearer.isEmpty()) {
        request.header("Authorization", "Bearer " + bearer);
      }
      if (headers.length > 0) {
        request.headers(headers);
      }
      try {
        return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
      } catch (IOException e) {
        throw new AssertionError(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
