package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.hint.RoleHint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role to be chosen, with who on this machine enters it. */
final class RoleCell extends TwoLineCell {
  private final List<RoleHint> roles;

  RoleCell(List<RoleHint> roles) {
    this.roles = roles;
  }

  @Override
  protected void updateItem(@Nullable String arn, boolean empty) {
    super.updateItem(arn, empty);
    if (arn != null && !empty) {
      roles.stream()
          .filter(role -> role.arn().equals(arn))
          .findFirst()
          .ifPresent(role -> show(arn, about(role)));
    }
  }

  private static String about(RoleHint role) {
    return role.webIdentity() ? role.source() : role.source() + ", not with a token";
  }
}
