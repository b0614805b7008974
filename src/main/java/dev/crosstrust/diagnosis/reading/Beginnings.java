package dev.crosstrust.diagnosis.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where any of many patterns match, in one walk through a text: at each place only those are
 * tried that can begin with the characters there. What a pattern can begin with is asked of the
 * pattern itself, which says of too short a text whether more of it could make a match.
 */
final class Beginnings<T> {
  /** Characters that are looked at before a pattern is tried. */
  private static final int DEEPEST = 6;

  /** Beginnings that a pattern is told by; of one that has more, the shorter ones are enough. */
  private static final int WIDEST = 40;

  /** ASCII, one of all letters beyond it in the first place. */
  private static final int CHARACTERS = 128;

  private static final char BEYOND = 'é';

  /**
   * A match.
   *
   * @param order of the pattern among all
   */
  record Found<T>(T what, int order, MatchResult match) {}

  private record Tried<T>(T what, int order, Pattern pattern) {}

  private static final class Node<T> {
    private final List<Tried<T>> here = new ArrayList<>();
    private final List<@Nullable Node<T>> next = new ArrayList<>();

    Node() {
      for (int i = 0; i < CHARACTERS; i++) {
        next.add(null);
      }
    }

    Node<T> after(char character) {
      Node<T> node = next.get(character);
      if (node == null) {
        node = new Node<>();
        next.set(character, node);
      }
      return node;
    }
  }

  private final Node<T> root = new Node<>();
  private final int size;

  /**
   * @param all of equal rank; no pattern may match nothing at all
   */
  Beginnings(Collection<T> all, Function<T, Pattern> pattern) {
    int order = 0;
    for (T what : all) {
      add(new Tried<>(what, order++, pattern.apply(what)));
    }
    size = order;
  }

  private void add(Tried<T> tried) {
    Matcher anyCase =
        Pattern.compile(
                tried.pattern().pattern(), tried.pattern().flags() | Pattern.CASE_INSENSITIVE)
            .matcher("");
    Set<String> beginnings = Set.of("");
    Set<String> longer = longer(beginnings, anyCase);
    for (int depth = 1; depth <= DEEPEST && isNarrow(longer, depth); depth++) {
      beginnings = longer;
      longer = longer(beginnings, anyCase);
    }
    beginnings.forEach(beginning -> node(beginning).here.add(tried));
  }

  private static boolean isNarrow(Set<String> beginnings, int depth) {
    return !beginnings.isEmpty()
        && beginnings.size() <= WIDEST
        && beginnings.stream().allMatch(beginning -> beginning.length() == depth);
  }

  /** By one character; those that match already stay as they are. */
  @SuppressWarnings("JdkObsolete") // There is no other way to ask what hitEnd answers.
  private static Set<String> longer(Set<String> beginnings, Matcher pattern) {
    Set<String> longer = new HashSet<>();
    for (String beginning : beginnings) {
      if (pattern.reset(beginning).lookingAt()) {
        longer.add(beginning);
        continue;
      }
      for (char character = 0; character < CHARACTERS; character++) {
        String more = beginning + (character == 0 ? BEYOND : character);
        if (folded(character) == character
            && (pattern.reset(more).lookingAt() || pattern.hitEnd())) {
          longer.add(more);
        }
      }
    }
    return longer;
  }

  private Node<T> node(String beginning) {
    Node<T> node = root;
    for (int i = 0; i < beginning.length(); i++) {
      node = node.after(folded(beginning.charAt(i)));
    }
    return node;
  }

  /** In lower case, with a blank for each white space. */
  private static char folded(char character) {
    if (character >= CHARACTERS) {
      return 0;
    }
    return character >= 'A' && character <= 'Z'
        ? (char) (character + ('a' - 'A'))
        : character >= '\t' && character <= '\r' ? ' ' : character;
  }

  /**
   * All matches in the order of their places. Those of one pattern do not overlap: of a pattern
   * that goes on to the end of a line there is one in a line, not one at each place of it.
   */
  List<Found<T>> in(String text) {
    List<Found<T>> found = new ArrayList<>();
    Matcher[] matchers = new Matcher[size];
    int[] ends = new int[size];
    for (int start = 0; start < text.length(); start++) {
      Node<T> node = root;
      for (int at = start; node != null; at++) {
        for (Tried<T> tried : node.here) {
          if (start < ends[tried.order()]) {
            continue;
          }
          Matcher matcher = matcher(matchers, tried, text);
          if (matcher.region(start, text.length()).lookingAt()) {
            ends[tried.order()] = matcher.end();
            found.add(new Found<>(tried.what(), tried.order(), matcher.toMatchResult()));
          }
        }
        node = at < text.length() ? node.next.get(folded(text.charAt(at))) : null;
      }
    }
    return found;
  }

  private static Matcher matcher(Matcher[] matchers, Tried<?> tried, String text) {
    Matcher matcher = matchers[tried.order()];
    if (matcher == null) {
      matcher = tried.pattern().matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
      matchers[tried.order()] = matcher;
    }
    return matcher;
  }
}
