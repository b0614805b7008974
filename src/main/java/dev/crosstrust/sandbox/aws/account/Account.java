package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.policy.PolicyDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One AWS account. It may be read and changed from any thread, at any time. */
public final class Account {
  private static final Duration NEW_ROLES_SESSION = Duration.ofHours(1);

  private final String id;
  private final Identifiers identifiers;
  private final InstantSource clock;
  private final Consumer<StoredCredential> keys;
  private final ConcurrentNavigableMap<String, Role> roles = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<String, User> users = new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<String, ManagedPolicy> policies =
      new ConcurrentSkipListMap<>();
  private final ConcurrentNavigableMap<String, OidcProvider> providers =
      new ConcurrentSkipListMap<>();

  private final OutboundFederation outbound;

  Account(
      String id, Identifiers identifiers, InstantSource clock, Consumer<StoredCredential> keys) {
    this.id = id;
    this.identifiers = identifiers;
    this.clock = clock;
    this.keys = keys;
    this.outbound = new OutboundFederation(identifiers::outboundIssuer);
  }

  /** The twelve digits. */
  public String id() {
    return id;
  }

  /**
   * Makes a role, or makes it anew with another id.
   *
   * @param trustPolicy in JSON
   * @param more what else it is to have
   */
  public Role addRole(String name, String trustPolicy, UnaryOperator<Role> more) {
    Role bare =
        new Role(
            id,
            "/",
            name,
            identifiers.uniqueId("AROA"),
            now(),
            PolicyDocument.trust(trustPolicy),
            Permissions.NONE,
            NEW_ROLES_SESSION);
    Role role = more.apply(bare);
    roles.put(name, role);
    return role;
  }

  /**
   * Changes a role in one step; sessions that run feel it at their next request.
   *
   * @throws NoSuchElementException when there is no such role
   */
  public Role changeRole(String name, UnaryOperator<Role> change) {
    return changed(roles.computeIfPresent(name, (_, role) -> change.apply(role)), name);
  }

  /** Removes a role; its sessions may do nothing from then on. */
  public void removeRole(String name) {
    roles.remove(name);
  }

  public Optional<Role> role(String name) {
    return Optional.ofNullable(roles.get(name));
  }

  /** All roles, by name. */
  public List<Role> roles() {
    return List.copyOf(roles.values());
  }

  /** Makes a user, or makes it anew with another id. */
  public User addUser(String name, UnaryOperator<User> more) {
    User bare = new User(id, "/", name, identifiers.uniqueId("AIDA"), now(), Permissions.NONE);
    User user = more.apply(bare);
    users.put(name, user);
    return user;
  }

  public Optional<User> user(String name) {
    return Optional.ofNullable(users.get(name));
  }

  Optional<User> userByArn(String arn) {
    return users.values().stream().filter(it -> it.arn().equals(arn)).findFirst();
  }

  /**
   * Gives a user an access key that lasts.
   *
   * @throws NoSuchElementException when there is no such user
   */
  public StoredCredential addAccessKey(String userName) {
    User user = changed(users.get(userName), userName);
    String key = identifiers.accessKeyId("AKIA");
    Caller caller = new Caller(id, user.arn(), user.id(), key);
    StoredCredential credential =
        new StoredCredential(key, identifiers.secretAccessKey(), null, null, caller);
    keys.accept(credential);
    return credential;
  }

  /** Makes a customer managed policy, or replaces it. */
  public ManagedPolicy addPolicy(String name, String json) {
    String arn = "arn:aws:iam::" + id + ":policy/" + name;
    ManagedPolicy policy = new ManagedPolicy(arn, PolicyDocument.identity(json));
    policies.put(arn, policy);
    return policy;
  }

  /** A managed policy of this account or of AWS. */
  public Optional<ManagedPolicy> policy(String arn) {
    return Optional.ofNullable(policies.get(arn)).or(() -> ManagedPolicy.findOfAws(arn));
  }

  /**
   * Registers an OpenID Connect provider, or replaces it.
   *
   * @param url with or without {@code https://}
   */
  public OidcProvider addOidcProvider(
      String url, List<String> clientIds, List<String> thumbprints) {
    OidcProvider provider = new OidcProvider(id, bare(url), clientIds, thumbprints, now());
    providers.put(provider.url(), provider);
    return provider;
  }

  /**
   * Changes a registered provider in one step.
   *
   * @throws NoSuchElementException when there is no such provider
   */
  public OidcProvider changeOidcProvider(String url, UnaryOperator<OidcProvider> change) {
    return changed(providers.computeIfPresent(bare(url), (_, it) -> change.apply(it)), url);
  }

  /** Takes a registered provider away. */
  public void removeOidcProvider(String url) {
    providers.remove(bare(url));
  }

  /** The provider with this URL, to the letter, with or without {@code https://}. */
  public Optional<OidcProvider> oidcProvider(String url) {
    return Optional.ofNullable(providers.get(bare(url)));
  }

  /** All registered providers, by URL. */
  public List<OidcProvider> oidcProviders() {
    return List.copyOf(providers.values());
  }

  /** How this account vouches for its own principals to others. */
  public OutboundFederation outbound() {
    return outbound;
  }

  private static String bare(String url) {
    return url.startsWith("https://") ? url.substring("https://".length()) : url;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  private static <T> T changed(@Nullable T value, String name) {
    return Optional.ofNullable(value).orElseThrow(() -> new NoSuchElementException(name));
  }
}
