package dev.crosstrust.storage;

/** Told how far a transfer has come. */
@FunctionalInterface
public interface Progress {
  /** Told nothing. */
  Progress NONE = _ -> {};

  /**
   * @param bytes of the content that have gone over so far; called on any thread, one at a time
   */
  void moved(long bytes);
}
