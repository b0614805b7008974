package dev.crosstrust.command.kit;

import dev.crosstrust.token.Reading;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Texts given to a command: from a file, or {@code -} for standard input, never as an argument. */
public final class Input {
  public static final String STANDARD_INPUT = "-";

  /** What some editors begin a file in UTF-8 with. */
  private static final String BYTE_ORDER = "\ufeff";

  /** More than any token, key set, policy or error text has. */
  private static final int LIMIT_BYTES = 4 * 1024 * 1024;

  private Input() {}

  /**
   * Sees that standard input is named for one thing alone, as it can be read once.
   *
   * @param files null for those that were not given
   * @throws BadInput when it is named twice
   */
  public static void once(@Nullable String... files) {
    if (Stream.of(files).filter(STANDARD_INPUT::equals).count() > 1) {
      throw new BadInput("only one of the files can be standard input");
    }
  }

  /**
   * Reads it whole.
   *
   * @throws BadInput when it cannot be read, is neither UTF-8 nor marked UTF-16, or too large
   */
  public static String text(Terminal terminal, String fileOrDash) {
    boolean piped = fileOrDash.equals(STANDARD_INPUT);
    Path named = Path.of(piped ? "standard input" : fileOrDash);
    try {
      byte[] bytes = piped ? start(terminal.input()) : startOf(named);
      if (bytes.length > LIMIT_BYTES) {
        throw new BadInput("%s is larger than %d bytes".formatted(named, LIMIT_BYTES));
      }
      String text = charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new BadInput("%s is not text in UTF-8".formatted(named));
    } catch (IOException e) {
      throw BadInput.of(e, named);
    }
  }

  /**
   * The token in a file or in standard input.
   *
   * @throws BadInput with one sentence that says what the text looks like instead
   */
  public static Token token(Terminal terminal, String fileOrDash) {
    return switch (TokenReader.read(text(terminal, fileOrDash))) {
      case Reading.Decoded(Token token) -> token;
      case Reading.Unreadable unreadable ->
          throw new BadInput("%s: %s".formatted(fileOrDash, unreadable.sentence()));
    };
  }

  /** What PowerShell redirects into a file is UTF-16, and begins by saying so. */
  private static Charset charset(byte[] bytes) {
    boolean marked =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
    return marked ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  private static byte[] startOf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return start(in);
    }
  }

  /** Standard input is not closed: it is not ours. */
  private static byte[] start(InputStream in) throws IOException {
    return in.readNBytes(LIMIT_BYTES + 1);
  }
}
