package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.account.Principal;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;

/** All pools and providers of this cloud. Safe for many threads. */
public final class Federation {
  private final Map<String, Pool> pools = new ConcurrentSkipListMap<>();
  private final Map<String, Entry> providers = new ConcurrentSkipListMap<>();

  /** A provider, and its expressions compiled. */
  record Entry(Provider provider, Mapping mapping) {}

  /**
   * Makes a pool, or makes it anew.
   *
   * @throws IllegalArgumentException when Google would refuse to make it
   */
  public Federation pool(Pool pool) {
    ProviderRules.checkName(pool.displayName());
    pools.put(pool.name(), pool);
    return this;
  }

  /**
   * Makes a provider in a pool, or makes it anew. One of AWS that has no mapping gets the usual
   * one.
   *
   * @throws IllegalArgumentException when there is no such pool, an expression does not compile, or
   *     Google would refuse to make it for another reason
   */
  public Federation provider(Provider wanted) {
    Provider provider = mapped(wanted);
    if (!pools.containsKey(provider.pool())) {
      throw new IllegalArgumentException("no pool " + provider.pool());
    }
    ProviderRules.check(provider);
    providers.put(provider.name(), new Entry(provider, new Mapping(provider)));
    return this;
  }

  /**
   * Changes a provider.
   *
   * @throws NoSuchElementException when there is none of this name
   */
  public Federation changeProvider(String name, UnaryOperator<Provider> change) {
    return provider(change.apply(findProvider(name).orElseThrow()));
  }

  /**
   * Changes a pool.
   *
   * @throws NoSuchElementException when there is none of this name
   */
  public Federation changePool(String name, UnaryOperator<Pool> change) {
    return pool(change.apply(findPool(name).orElseThrow()));
  }

  /** The pool of this name. */
  public Optional<Pool> findPool(String name) {
    return Optional.ofNullable(pools.get(name));
  }

  /** The provider of this name. */
  public Optional<Provider> findProvider(String name) {
    return Optional.ofNullable(providers.get(name)).map(Entry::provider);
  }

  /** The pools of a project, by name. */
  public List<Pool> pools(String projectNumber) {
    String prefix = "projects/" + projectNumber + "/";
    return pools.values().stream().filter(it -> it.name().startsWith(prefix)).toList();
  }

  /** The providers of a pool, by name. */
  public List<Provider> providers(String pool) {
    return providers.values().stream()
        .map(Entry::provider)
        .filter(it -> it.pool().equals(pool))
        .toList();
  }

  /** The provider of this name, when it and its pool let somebody in. */
  Optional<Entry> open(String name) {
    return Optional.ofNullable(providers.get(name))
        .filter(it -> it.provider().open() && isOpen(it.provider().pool()));
  }

  /** Whether tokens of this principal still work: a closed pool ends them. */
  public boolean admits(Principal holder) {
    return !(holder instanceof FederatedPrincipal federated) || isOpen(federated.pool());
  }

  private boolean isOpen(String pool) {
    return findPool(pool).filter(Pool::open).isPresent();
  }

  private static Provider mapped(Provider provider) {
    boolean usual =
        provider.source() instanceof Source.Aws && provider.attributeMapping().isEmpty();
    return usual ? provider.mapping(Mapping.DEFAULT_OF_AWS) : provider;
  }
}
