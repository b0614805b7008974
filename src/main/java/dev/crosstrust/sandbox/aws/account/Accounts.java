package dev.crosstrust.sandbox.aws.account;

import dev.crosstrust.sandbox.aws.Caller;
import dev.crosstrust.sandbox.aws.Credentials;
import dev.crosstrust.sandbox.aws.StoredCredential;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/** All accounts of this cloud, and every key they have given out. */
public final class Accounts implements Credentials {
  private final Identifiers identifiers;
  private final InstantSource clock;
  private final ConcurrentMap<String, Account> accounts = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, StoredCredential> keys = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Session> sessions = new ConcurrentHashMap<>();

  /**
   * A cloud without accounts.
   *
   * @param random where ids and secrets come from
   * @param clock the cloud's clock
   */
  public Accounts(RandomGenerator random, InstantSource clock) {
    this.identifiers = new Identifiers(random);
    this.clock = clock;
  }

  /** The account with these twelve digits, made when it is first spoken of. */
  public Account account(String id) {
    return accounts.computeIfAbsent(
        id, _ -> new Account(id, identifiers, clock, key -> keys.put(key.accessKeyId(), key)));
  }

  /** The account, if somebody has made it. */
  public Optional<Account> findAccount(String id) {
    return Optional.ofNullable(accounts.get(id));
  }

  /** The role with this ARN, path included. */
  public Optional<Role> role(String arn) {
    String[] parts = arn.split(":", 6);
    return Optional.of(parts)
        .filter(it -> it.length == 6)
        .flatMap(it -> findAccount(it[4]))
        .flatMap(it -> it.role(arn.substring(arn.lastIndexOf('/') + 1)))
        .filter(role -> role.arn().equals(arn));
  }

  /** The issuers of all accounts that ever vouched for their principals, by account. */
  public List<OutboundIssuer> outboundIssuers() {
    return accounts.values().stream()
        .sorted(Comparator.comparing(Account::id))
        .flatMap(it -> it.outbound().issuer().stream())
        .toList();
  }

  @Override
  public Optional<StoredCredential> find(String accessKeyId) {
    return Optional.ofNullable(keys.get(accessKeyId));
  }

  /** Takes a key away, lasting or passing. */
  public void revoke(String accessKeyId) {
    keys.remove(accessKeyId);
    sessions.remove(accessKeyId);
  }

  /** The session with this key. */
  public Optional<Session> session(String accessKeyId) {
    return Optional.ofNullable(sessions.get(accessKeyId));
  }

  /** Gives out the keys of a new session; whether that is allowed has been decided before. */
  public Session startSession(SessionGrant grant) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Role role = grant.role();
    String key = identifiers.accessKeyId("ASIA");
    Caller caller =
        new Caller(
            role.account(),
            role.sessionArn(grant.sessionName()),
            role.id() + ":" + grant.sessionName(),
            key);
    StoredCredential credential =
        new StoredCredential(
            key,
            identifiers.secretAccessKey(),
            identifiers.sessionToken(grant.tokenLength()),
            now.plus(grant.lifetime()),
            caller);
    Session session = new Session(credential, grant, now);
    sessions.put(key, session);
    keys.put(key, credential);
    return session;
  }
}
