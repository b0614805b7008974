package dev.crosstrust.trust.google.cel;

import java.util.Optional;

/** Knows which text was most likely meant where another is written. */
@FunctionalInterface
public interface NearMiss {

  /**
   * What was meant.
   *
   * @param test how the two are compared
   * @param wants what the condition says
   * @param has what the token says
   * @return empty where somebody else is meant
   */
  Optional<Meant> of(Test test, String wants, String has);

  /**
   * A text that holds.
   *
   * @param prefix whether it is the beginning that is to be compared, where the whole was
   * @param same whether it names whom the written text was to name, only in the way tokens do
   */
  record Meant(String text, boolean prefix, boolean same) {}

  /** How a text is held against another. */
  enum Test {
    EQUALS,
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS;

    /** Whether it holds. */
    public boolean holds(String has, String wants) {
      return switch (this) {
        case EQUALS -> has.equals(wants);
        case STARTS_WITH -> has.startsWith(wants);
        case ENDS_WITH -> has.endsWith(wants);
        case CONTAINS -> has.contains(wants);
      };
    }
  }
}
