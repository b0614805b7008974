package dev.crosstrust.storage;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Done;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A whole listing, one call a page, each made when it is asked for: whoever stops asking has
 * cancelled. A refusal or breakage is the last element.
 */
public final class Pages<T> implements Iterator<Outcome<Page<T>>> {
  private final Function<@Nullable String, Outcome<Page<T>>> fetch;
  private @Nullable String token;
  private boolean more = true;

  /**
   * @param fetch asks for the page of a token; null for the first
   */
  public Pages(Function<@Nullable String, Outcome<Page<T>>> fetch) {
    this.fetch = fetch;
  }

  @Override
  public boolean hasNext() {
    return more;
  }

  /** Asks for the next page; blocks until it is there. Interrupting the thread ends the call. */
  @Override
  public Outcome<Page<T>> next() {
    if (!more) {
      throw new NoSuchElementException("the listing has ended");
    }
    more = false;
    Outcome<Page<T>> outcome = fetch.apply(token);
    return outcome instanceof Done<Page<T>>(Page<T> page) ? advance(page, outcome) : outcome;
  }

  private Outcome<Page<T>> advance(Page<T> page, Outcome<Page<T>> outcome) {
    String next = page.next();
    if (next != null && next.equals(token)) {
      // Some servers that are like S3 only in name do this; asking on would never end.
      return Outcome.broken(
          Breakage.Kind.NOT_UNDERSTOOD, "the listing goes in circles: the same page token twice");
    }
    more = next != null;
    token = next;
    return outcome;
  }
}
