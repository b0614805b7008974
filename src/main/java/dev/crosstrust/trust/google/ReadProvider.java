package dev.crosstrust.trust.google;

/**
 * A provider whose expressions are read, which takes longer than evaluating them: for checks of
 * many tokens. Immutable, and may be used by many threads.
 */
public final class ReadProvider {
  private final PoolProvider provider;
  private final Mapping mapping;
  private final ReadCondition condition;

  private ReadProvider(PoolProvider provider, Mapping mapping, ReadCondition condition) {
    this.provider = provider;
    this.mapping = mapping;
    this.condition = condition;
  }

  /** Reads; what cannot be read is a finding of every check. */
  public static ReadProvider of(PoolProvider provider) {
    return new ReadProvider(provider, Mapping.of(provider), ReadCondition.of(provider.condition()));
  }

  PoolProvider provider() {
    return provider;
  }

  Mapping mapping() {
    return mapping;
  }

  ReadCondition condition() {
    return condition;
  }
}
