package dev.crosstrust.ui.routes.form;

import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.file.RouteKey;
import dev.crosstrust.route.hint.RoleHint;
import dev.crosstrust.route.hint.RouteHints;
import java.util.List;

/** The fields of a route from Google to AWS. */
final class FieldsToAws {
  private FieldsToAws() {}

  static void fill(Fields fields, DraftModel draft) {
    RouteHints hints = draft.hints();
    fields.heading("From Google");
    fields.identity();
    fields.known(
        RouteKey.IMPERSONATE,
        "I_mpersonate",
        hints.accounts(),
        "optional; name@project.iam.gserviceaccount.com");
    fields.text(RouteKey.AUDIENCE, "A_udience", "sts.amazonaws.com");
    fields.heading("To AWS");
    List<RoleHint> roles = hints.roles();
    fields
        .known(
            RouteKey.ROLE,
            "_Role",
            roles.stream().map(RoleHint::arn).toList(),
            "arn:aws:iam::ACCOUNT:role/NAME")
        .setCellFactory(_ -> new RoleCell(roles));
    fields.known(RouteKey.REGION, "Re_gion", hints.regions(), "for example eu-west-1");
    fields.text(RouteKey.SESSION, "Sess_ion name", "optional; " + GoogleToAws.Role.DEFAULT_SESSION);
    fields.text(RouteKey.DURATION, "_Duration", "optional, in seconds; 3600");
    fields.text(RouteKey.AWS_ACCOUNT, "E_xpect account", "optional; any account");
  }
}
