package dev.crosstrust.sandbox.blob;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of an object that an answer carries.
 *
 * @param partial whether a range was asked for and is answered
 */
public record ByteRange(long from, long count, boolean partial) {
  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads a {@code Range} header; what is not one plain range is passed over, as RFC 9110 section
   * 14.2 allows and both clouds do.
   *
   * @param header empty for none
   * @return empty when the range lies behind the end
   */
  public static Optional<ByteRange> of(String header, long size) {
    Matcher matcher = FORM.matcher(header.strip());
    if (!matcher.matches() || (matcher.group(1).isEmpty() && matcher.group(2).isEmpty())) {
      return Optional.of(new ByteRange(0, size, false));
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      long count = Math.min(Long.parseLong(last), size);
      return count == 0 ? Optional.empty() : Optional.of(new ByteRange(size - count, count, true));
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      return Optional.of(new ByteRange(0, size, false));
    }
    return from >= size ? Optional.empty() : Optional.of(new ByteRange(from, to - from + 1, true));
  }

  /** {@code Content-Range}. */
  public String text(long size) {
    return "bytes %d-%d/%d".formatted(from, from + count - 1, size);
  }
}
