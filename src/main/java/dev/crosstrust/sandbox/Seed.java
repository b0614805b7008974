package dev.crosstrust.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How the two clouds start, as far as a fault may change it: at first as the article tells it, put
 * right where the article is wrong. A fault is a change of the seed, so nothing that decides or
 * answers knows of it. Made anew for every start.
 */
final class Seed {
  private String trustPolicy = resource("trust-policy.json");
  private List<String> rolePolicies = List.of("AmazonS3ReadOnlyAccess");
  private List<String> googleProviderClientIds = List.of();
  private String projectPolicy = resource("project-policy.json");
  private String keyOwner = Names.RUNNER;
  private String route = resource("gke-to-s3.yaml");
  private Duration awsClock = Duration.ZERO;
  private Duration idTokenAge = Duration.ZERO;
  private Weather weather = Weather.CLEAR;
  private boolean outboundEnabled = true;
  private boolean issuerReachable = true;
  private boolean providerDisabled = false;
  private String lambdaRolePath = "/";
  private String attributeCondition = "";

  /** The trust policy of the role that Google's workload assumes, in JSON. */
  String trustPolicy() {
    return trustPolicy;
  }

  Seed trustPolicy(UnaryOperator<String> change) {
    trustPolicy = changed(trustPolicy, change);
    return this;
  }

  /** Names of AWS's managed policies attached to that role. */
  List<String> rolePolicies() {
    return rolePolicies;
  }

  Seed rolePolicies(String... names) {
    rolePolicies = List.of(names);
    return this;
  }

  /** Client ids of an IAM OIDC provider for accounts.google.com; without any there is none. */
  List<String> googleProviderClientIds() {
    return googleProviderClientIds;
  }

  Seed googleProviderClientIds(String... ids) {
    googleProviderClientIds = List.of(ids);
    return this;
  }

  /** Who may do what in the Google project: its allow policy, in JSON. */
  String projectPolicy() {
    return projectPolicy;
  }

  Seed projectPolicy(UnaryOperator<String> change) {
    projectPolicy = changed(projectPolicy, change);
    return this;
  }

  /** The service account whose key the configuration {@code demo-gke} holds. */
  String keyOwner() {
    return keyOwner;
  }

  Seed keyOwner(String serviceAccount) {
    keyOwner = serviceAccount;
    return this;
  }

  /** The saved routes by name, in YAML. */
  Map<String, String> routes() {
    return Map.of("gke-to-s3", route, "lambda-to-gcs", resource("lambda-to-gcs.yaml"));
  }

  /** Changes the first of them: no fault lies in the other. */
  Seed route(UnaryOperator<String> change) {
    route = changed(route, change);
    return this;
  }

  /** How far AWS's clock is ahead of ours. */
  Duration awsClock() {
    return awsClock;
  }

  Seed awsClock(Duration ahead) {
    awsClock = ahead;
    return this;
  }

  /** How old Google's ID tokens are when they are handed out. */
  Duration idTokenAge() {
    return idTokenAge;
  }

  Seed idTokenAge(Duration age) {
    idTokenAge = age;
    return this;
  }

  /** What the network does to calls to AWS. */
  Weather weather() {
    return weather;
  }

  Seed weather(Weather other) {
    weather = other;
    return this;
  }

  /** Whether the account vouches for its principals to others. */
  boolean outboundEnabled() {
    return outboundEnabled;
  }

  Seed outboundEnabled(boolean enabled) {
    outboundEnabled = enabled;
    return this;
  }

  /** Whether the documents of the account's issuer can be fetched. */
  boolean issuerReachable() {
    return issuerReachable;
  }

  Seed issuerReachable(boolean reachable) {
    issuerReachable = reachable;
    return this;
  }

  /** Whether the pool provider for the account's tokens is closed. */
  boolean providerDisabled() {
    return providerDisabled;
  }

  Seed providerDisabled(boolean disabled) {
    providerDisabled = disabled;
    return this;
  }

  /** The path of the role that the function runs with. */
  String lambdaRolePath() {
    return lambdaRolePath;
  }

  Seed lambdaRolePath(String path) {
    lambdaRolePath = path;
    return this;
  }

  /** The condition of that provider, in CEL; empty for none. */
  String attributeCondition() {
    return attributeCondition;
  }

  Seed attributeCondition(String expression) {
    attributeCondition = expression;
    return this;
  }

  /** A text that this package keeps as a file. */
  static String resource(String name) {
    try (InputStream in = Seed.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A change that changes nothing would be a fault that breaks nothing. */
  private static String changed(String text, UnaryOperator<String> change) {
    String changed = change.apply(text);
    if (changed.equals(text)) {
      throw new IllegalStateException("the seed no longer has what this fault changes");
    }
    return changed;
  }
}
