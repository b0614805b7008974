package dev.crosstrust.sandbox.google.account;

import com.nimbusds.jose.jwk.RSAKey;
import dev.crosstrust.sandbox.wire.KeySource;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The projects, service accounts and people of this cloud. Safe for many threads. */
public final class Directory {
  private final Services services = new Services();
  private final SecureRandom random;
  private final KeySource keySource;
  private final Map<String, String> projectNumbers = new ConcurrentHashMap<>();
  private final Map<String, ServiceAccount> serviceAccounts = new ConcurrentHashMap<>();
  private final Map<String, User> users = new ConcurrentHashMap<>();
  private final Map<String, ServiceAccountKey> keys = new ConcurrentHashMap<>();
  private final Map<String, RefreshToken> refreshTokens = new ConcurrentHashMap<>();

  public Directory(SecureRandom random, KeySource keySource) {
    this.random = random;
    this.keySource = keySource;
  }

  /** Which services its projects use. */
  public Services services() {
    return services;
  }

  /** Adds a project: its id and its twelve-digit number. */
  public Directory project(String id, String number) {
    projectNumbers.put(id, number);
    return this;
  }

  /** Adds a service account, named {@code name@project.iam.gserviceaccount.com}. */
  public Directory serviceAccount(String name, String project, String uniqueId) {
    if (!projectNumbers.containsKey(project)) {
      throw new IllegalArgumentException("no project " + project);
    }
    String email = name + "@" + project + ".iam.gserviceaccount.com";
    serviceAccounts.put(email, new ServiceAccount(email, uniqueId, project, false));
    return this;
  }

  /** Disables a service account or enables it again. */
  public Directory setDisabled(String email, boolean disabled) {
    serviceAccounts.computeIfPresent(
        email, (_, was) -> new ServiceAccount(email, was.uniqueId(), was.project(), disabled));
    return this;
  }

  /** Adds a person. */
  public Directory user(String email, String subject, @Nullable String hostedDomain) {
    users.put(email, new User(email, subject, hostedDomain));
    return this;
  }

  /** Makes a new key for a service account, as {@code gcloud iam service-accounts keys create}. */
  public ServiceAccountKey newKey(String email) {
    String id = RandomText.hex(random, 20);
    KeyPair pair = keySource.next();
    RSAKey both =
        new RSAKey.Builder((RSAPublicKey) pair.getPublic())
            .privateKey(pair.getPrivate())
            .keyID(id)
            .build();
    ServiceAccountKey key = new ServiceAccountKey(id, email, both);
    keys.put(id, key);
    return key;
  }

  /** A user signs in with a client and consents to these scopes. */
  public RefreshToken newRefreshToken(String email, String clientId, List<String> scopes) {
    User user = users.get(email);
    if (user == null) {
      throw new IllegalArgumentException("no user " + email);
    }
    String value = "1//" + RandomText.base64Url(random, 75);
    RefreshToken token = new RefreshToken(value, user, clientId, List.copyOf(scopes));
    refreshTokens.put(value, token);
    return token;
  }

  /** The twelve-digit number of a project. */
  public Optional<String> projectNumber(String id) {
    return Optional.ofNullable(projectNumbers.get(id));
  }

  /** Finds a project by id or by number. */
  public Optional<Project> findProject(String idOrNumber) {
    return projectNumbers.entrySet().stream()
        .filter(it -> it.getKey().equals(idOrNumber) || it.getValue().equals(idOrNumber))
        .map(it -> new Project(it.getKey(), it.getValue()))
        .findFirst();
  }

  /** All service accounts, in no order. */
  public List<ServiceAccount> serviceAccounts() {
    return List.copyOf(serviceAccounts.values());
  }

  /** Finds a service account by e-mail or by unique id. */
  public Optional<ServiceAccount> findServiceAccount(String emailOrId) {
    ServiceAccount byEmail = serviceAccounts.get(emailOrId);
    return byEmail != null
        ? Optional.of(byEmail)
        : serviceAccounts.values().stream()
            .filter(account -> account.uniqueId().equals(emailOrId))
            .findFirst();
  }

  /** The keys of a service account. */
  public List<ServiceAccountKey> keysOf(ServiceAccount account) {
    return keys.values().stream().filter(key -> key.email().equals(account.email())).toList();
  }

  public Optional<RefreshToken> findRefreshToken(String value) {
    return Optional.ofNullable(refreshTokens.get(value));
  }

  /** Whether some user has ever signed in with this OAuth client. */
  public boolean knowsClient(String clientId) {
    return refreshTokens.values().stream().anyMatch(token -> token.clientId().equals(clientId));
  }
}
