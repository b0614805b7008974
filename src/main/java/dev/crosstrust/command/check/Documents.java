package dev.crosstrust.command.check;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.command.kit.Context;
import dev.crosstrust.command.kit.Input;
import dev.crosstrust.trust.UnreadableDocument;

/** Documents in files, as the clouds' APIs return them. */
final class Documents {
  private Documents() {}

  /** Makes something of a text. */
  @FunctionalInterface
  interface Form<T> {
    T read(String text) throws UnreadableDocument;
  }

  /**
   * What is in a file.
   *
   * @throws BadInput with the file's name where it has another form
   */
  static <T> T read(Context context, String file, Form<T> form) {
    try {
      return form.read(Input.text(context.terminal(), file));
    } catch (UnreadableDocument e) {
      throw new BadInput("%s: %s".formatted(file, e.getMessage()));
    }
  }
}
