package dev.crosstrust.ui.routes.form;

import dev.crosstrust.exchange.aws.SigningAlgorithm;
import dev.crosstrust.identity.google.GoogleEndpoints;
import dev.crosstrust.route.AwsToGoogle.TokenForm;
import dev.crosstrust.route.file.RouteKey;
import dev.crosstrust.route.hint.RouteHints;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The fields of a route from AWS to Google. */
final class FieldsToGoogle {
  private static final List<String> ALGORITHMS =
      Arrays.stream(SigningAlgorithm.values()).map(Enum::name).toList();

  private FieldsToGoogle() {}

  static void fill(Fields fields, DraftModel draft) {
    RouteHints hints = draft.hints();
    fields.heading("From AWS");
    fields.identity();
    token(fields, draft);
    fields.text(RouteKey.AUDIENCE, "A_udience", "optional; the provider's own name");
    fields.known(RouteKey.ALGORITHM, "A_lgorithm", ALGORITHMS, "optional; RS256");
    fields.text(RouteKey.TOKEN_DURATION, "_Duration", "optional, in seconds; 300");
    fields.text(RouteKey.AWS_ACCOUNT, "E_xpect account", "optional; any account");
    fields.heading("To Google");
    fields.known(
        RouteKey.PROVIDER,
        "Pool p_rovider",
        hints.providers(),
        "projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/PROVIDER");
    fields.known(RouteKey.PROJECT, "Pr_oject", hints.projects(), "optional; a project's id");
    fields.known(
        RouteKey.SERVICE_ACCOUNT,
        "I_mpersonate",
        hints.accounts(),
        "optional; name@project.iam.gserviceaccount.com");
    fields.text(RouteKey.UNIVERSE, "Uni_verse", "optional; " + GoogleEndpoints.DEFAULT_UNIVERSE);
    fields.text(RouteKey.GOOGLE_PROJECT, "Expect pro_ject", "optional; any project");
  }

  private static void token(Fields fields, DraftModel draft) {
    ComboBox<String> control = new ComboBox<>();
    control.getItems().setAll(TokenForm.JWT, TokenForm.SIGNED_REQUEST);
    control.setConverter(new Named());
    Message message = fields.choice(RouteKey.TOKEN_KIND, "_Token", control);
    draft
        .field(RouteKey.TOKEN_KIND)
        .textProperty()
        .subscribe(
            kind ->
                message.hint(
                    TokenForm.SIGNED_REQUEST.equals(kind)
                        ? "AWS says who signed it: Google sees the session's ARN."
                        : "Of the account's own issuer: its subject is the role's ARN, not the"
                            + " session's."));
  }

  private static final class Named extends StringConverter<String> {
    @Override
    public String toString(@Nullable String kind) {
      return switch (kind) {
        case TokenForm.JWT -> "JWT";
        case TokenForm.SIGNED_REQUEST -> "signed GetCallerIdentity request";
        case null -> "";
        default -> kind;
      };
    }

    @Override
    public @Nullable String fromString(@Nullable String text) {
      return text;
    }
  }
}
