package dev.crosstrust.sandbox.google.account;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which services projects have switched off: all others are on. Safe for many threads. */
public final class Services {
  private final Set<String> off = ConcurrentHashMap.newKeySet();

  /**
   * Switches a service on or off.
   *
   * @param project the id
   * @param service for example {@code iamcredentials.googleapis.com}
   */
  public Services set(String project, String service, boolean enabled) {
    if (enabled) {
      off.remove(key(project, service));
    } else {
      off.add(key(project, service));
    }
    return this;
  }

  /** Whether calls from this project are served. */
  public boolean enabled(String project, String service) {
    return !off.contains(key(project, service));
  }

  private static String key(String project, String service) {
    return project + "/" + service;
  }
}
