package dev.crosstrust.ui.routes.form;

import dev.crosstrust.identity.Identity;
import org.jspecify.annotations.Nullable;

/** An identity to be chosen, with what is known of it. */
final class IdentityCell extends TwoLineCell {
  private final DraftModel draft;

  IdentityCell(DraftModel draft) {
    this.draft = draft;
  }

  @Override
  protected void updateItem(@Nullable String id, boolean empty) {
    super.updateItem(id, empty);
    if (id != null && !empty) {
      show(id, draft.identity(id).map(IdentityCell::about).orElse("not on this machine"));
    }
  }

  private static String about(Identity identity) {
    return IdentityWords.about(identity);
  }
}
