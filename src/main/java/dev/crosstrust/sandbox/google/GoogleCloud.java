package dev.crosstrust.sandbox.google;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import com.nimbusds.jose.jwk.JWKSet;
import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.admin.ProjectsApi;
import dev.crosstrust.sandbox.google.admin.ServiceAccountsApi;
import dev.crosstrust.sandbox.google.admin.ServicesApi;
import dev.crosstrust.sandbox.google.api.GoogleError;
import dev.crosstrust.sandbox.google.bigquery.BigQueryService;
import dev.crosstrust.sandbox.google.bigquery.Datasets;
import dev.crosstrust.sandbox.google.container.Clusters;
import dev.crosstrust.sandbox.google.container.ClustersApi;
import dev.crosstrust.sandbox.google.federation.Federation;
import dev.crosstrust.sandbox.google.federation.Introspection;
import dev.crosstrust.sandbox.google.federation.PoolChangesApi;
import dev.crosstrust.sandbox.google.federation.PoolGate;
import dev.crosstrust.sandbox.google.federation.PoolsApi;
import dev.crosstrust.sandbox.google.federation.TokenExchange;
import dev.crosstrust.sandbox.google.iamcredentials.IamCredentials;
import dev.crosstrust.sandbox.google.oauth.Discovery;
import dev.crosstrust.sandbox.google.oauth.TokenEndpoint;
import dev.crosstrust.sandbox.google.oauth.TokenHolder;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.storage.Buckets;
import dev.crosstrust.sandbox.google.storage.StorageService;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.IdTokens;
import dev.crosstrust.sandbox.google.token.ShiftedClock;
import dev.crosstrust.sandbox.google.token.SigningKeys;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Internet;
import dev.crosstrust.sandbox.wire.IssuerKeys;
import dev.crosstrust.sandbox.wire.KeySource;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A small Google Cloud. It starts empty: fill {@link #directory()}, {@link #policies()}, {@link
 * #federation()}, {@link #buckets()}, {@link #clusters()} and {@link #datasets()}. What it signs
 * carries Google's real names, so that everything that reads a token reads it as it would a real
 * one. Safe for many threads.
 */
public final class GoogleCloud implements Handler, IssuerKeys {
  private final ShiftedClock clock;
  private final ShiftedClock idTokenClock;
  private final Directory directory;
  private final Policies policies;
  private final Buckets buckets;
  private final Datasets datasets;
  private final Clusters clusters = new Clusters();
  private final Federation federation = new Federation();
  private final AccessTokens accessTokens;
  private final SigningKeys signingKeys;
  private final IdTokens idTokens;
  private final Router router;

  /** A cloud that is alone in the world. */
  public GoogleCloud(InstantSource clock, SecureRandom random, KeySource keys) {
    this(clock, random, keys, new Internet());
  }

  /**
   * A cloud among others.
   *
   * @param keys where its accounts and its own signatures get their keys from
   * @param internet where token issuers and AWS are found
   */
  public GoogleCloud(InstantSource clock, SecureRandom random, KeySource keys, Internet internet) {
    this.clock = new ShiftedClock(clock);
    this.idTokenClock = new ShiftedClock(this.clock);
    this.directory = new Directory(random, keys);
    this.policies = new Policies(this.clock);
    this.buckets = new Buckets(policies);
    this.datasets = new Datasets(policies);
    this.accessTokens = new AccessTokens(this.clock, random, federation::admits);
    this.signingKeys = new SigningKeys(random, keys);
    this.idTokens = new IdTokens(idTokenClock, signingKeys);
    this.router =
        services(internet)
            .api(ServiceAccountsApi.of(directory, accessTokens, policies))
            .api(ProjectsApi.of(directory, accessTokens, policies))
            .api(ServicesApi.of(directory.services(), directory, accessTokens, policies))
            .api(ClustersApi.of(clusters, directory, accessTokens, policies))
            .api(StorageService.of(buckets, accessTokens, policies, this.clock, random))
            .api(BigQueryService.of(datasets, accessTokens, policies, this.clock, random));
  }

  private Router services(Internet internet) {
    Discovery discovery = new Discovery(signingKeys);
    TokenHolder holder = new TokenHolder(accessTokens, clock);
    PoolGate pools = new PoolGate(directory, this::mayOnProject, accessTokens);
    PoolChangesApi changes = new PoolChangesApi(federation, pools, clock);
    return new Router()
        .on("POST", "/token", new TokenEndpoint(directory, accessTokens, idTokens, clock))
        .on("POST", "/v1/token", new TokenExchange(federation, accessTokens, internet, clock))
        .on("POST", "/v1/introspect", new Introspection(accessTokens))
        .on("GET", PoolsApi.PATHS, new PoolsApi(federation, pools))
        .on("PATCH", PoolChangesApi.PATHS, changes::patch)
        .on("DELETE", PoolChangesApi.PATHS, changes::delete)
        .on("POST", PoolChangesApi.PATHS + ":undelete", changes::undelete)
        .on("GET", "/\\.well-known/openid-configuration", _ -> discovery.configuration())
        .on("GET", "/oauth2/v3/certs", _ -> discovery.certs())
        .on("GET", "(/oauth2/v3)?/tokeninfo", holder::tokeninfo)
        .on("GET", "/oauth2/v3/userinfo|/v1/userinfo", holder::userinfo)
        .on(
            "POST",
            IamCredentials.PATHS,
            new IamCredentials(directory, policies, accessTokens, idTokens));
  }

  /** Who exists. */
  public Directory directory() {
    return directory;
  }

  /** Who may do what. */
  public Policies policies() {
    return policies;
  }

  /** The buckets of Cloud Storage. */
  public Buckets buckets() {
    return buckets;
  }

  /** The datasets of BigQuery. */
  public Datasets datasets() {
    return datasets;
  }

  /** The clusters of Kubernetes Engine. */
  public Clusters clusters() {
    return clusters;
  }

  /** A service account that is there, as policies know it. */
  public Resource serviceAccount(String email) {
    return Resource.serviceAccount(directory.findServiceAccount(email).orElseThrow());
  }

  /** Whom of other clouds this one lets in. */
  public Federation federation() {
    return federation;
  }

  private boolean mayOnProject(Principal who, String permission, String project) {
    return policies.allow(who, permission, Resource.project(project));
  }

  /** The access tokens handed out. */
  public AccessTokens accessTokens() {
    return accessTokens;
  }

  /** The keys that ID tokens are signed with. */
  public SigningKeys signingKeys() {
    return signingKeys;
  }

  /** What this cloud vouches for; for a workload of its own the metadata server hands it out. */
  public IdTokens idTokens() {
    return idTokens;
  }

  /** The clock of this cloud; shift it to make the whole cloud early or late. */
  public ShiftedClock clock() {
    return clock;
  }

  /** The clock that dates ID tokens; shift it back by an hour and they come expired. */
  public ShiftedClock idTokenClock() {
    return idTokenClock;
  }

  @Override
  public Optional<JWKSet> of(String issuer) {
    return issuer.equals(IdTokens.ISSUER) ? Optional.of(signingKeys.published()) : Optional.empty();
  }

  @Override
  public Response handle(Request request) throws IOException {
    Response response;
    try {
      response = router.handle(unzipped(request));
    } catch (GoogleError refusal) {
      response = refusal.answer();
    }
    String now = RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    return response
        .with("Date", now)
        .with("Vary", "Origin, X-Origin, Referer")
        .with("X-XSS-Protection", "0")
        .with("X-Frame-Options", "SAMEORIGIN")
        .with("X-Content-Type-Options", "nosniff")
        .with("Server", "ESF");
  }

  /** Google's clients compress larger bodies, whatever the server. */
  private static Request unzipped(Request request) throws IOException {
    if (request.header("Content-Encoding").filter("gzip"::equalsIgnoreCase).isEmpty()) {
      return request;
    }
    Map<String, List<String>> headers = new LinkedHashMap<>(request.headers());
    headers.remove("content-encoding");
    InputStream body = new GZIPInputStream(request.body());
    return new Request(request.method(), request.rawPath(), request.rawQuery(), headers, body);
  }
}
