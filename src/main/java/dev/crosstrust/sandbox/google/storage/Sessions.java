package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.google.account.RandomText;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/** The resumable uploads under way. Safe for many threads. */
final class Sessions {
  private static final int ID_BYTES = 96;

  private final RandomGenerator random;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  Sessions(RandomGenerator random) {
    this.random = random;
  }

  /** Gives a session an id: who knows it may go on with the upload. */
  String open(Session session) {
    String id = RandomText.base64Url(random, ID_BYTES);
    sessions.put(id, session);
    return id;
  }

  Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id));
  }
}
