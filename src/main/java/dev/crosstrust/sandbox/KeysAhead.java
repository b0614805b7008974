package dev.crosstrust.sandbox;

import dev.crosstrust.sandbox.wire.KeySource;
import java.security.KeyPair;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/**
 * New keys, some of them made while nobody waits for them yet. Owns the virtual threads on which
 * that is done, one a key; they end by themselves, and keep no process from ending.
 */
final class KeysAhead implements KeySource {
  private final Queue<CompletableFuture<KeyPair>> ahead;

  /**
   * Begins to make keys.
   *
   * @param count how many; those asked for after them are made when they are asked for
   */
  KeysAhead(int count) {
    ahead =
        IntStream.range(0, count)
            .mapToObj(_ -> CompletableFuture.supplyAsync(KeySource::make, KeysAhead::onItsOwn))
            .collect(ConcurrentLinkedQueue::new, Queue::add, Queue::addAll);
  }

  private static void onItsOwn(Runnable work) {
    Thread.ofVirtual().name("sandbox-key").start(work);
  }

  @Override
  public KeyPair next() {
    CompletableFuture<KeyPair> begun = ahead.poll();
    return begun == null ? KeySource.make() : begun.join();
  }
}
