package dev.crosstrust.ui.lens;

import dev.crosstrust.exchange.google.GoogleTokens;
import dev.crosstrust.exchange.google.IdTokenRequest;
import dev.crosstrust.identity.google.GoogleIdentities;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What a Google identity is asked for: an ID token. */
final class GoogleAskModel {
  private static final String AUDIENCE_FOR_AWS = "sts.amazonaws.com";

  private final StringProperty audience = new SimpleStringProperty(AUDIENCE_FOR_AWS);
  private final StringProperty account = new SimpleStringProperty("");

  StringProperty audienceProperty() {
    return audience;
  }

  /** The service account to act as; empty for none. */
  StringProperty accountProperty() {
    return account;
  }

  /** Why it cannot be asked for yet; empty when it can. */
  Optional<String> problem() {
    return audience.get().isBlank()
        ? Optional.of("a token is for an audience, for example " + AUDIENCE_FOR_AWS)
        : Optional.empty();
  }

  /** The request, as it stands now. */
  Ask ask(String identity) {
    String act = account.get().strip();
    IdTokenRequest request =
        new IdTokenRequest(
            audience.get().strip(),
            act.isEmpty() ? List.of() : List.of(act.split("\\s*,\\s*", -1)),
            true);
    return (here, wire) ->
        new GoogleIdentities(here.machine())
            .find(identity)
            .map(who -> new GoogleTokens(wire, here.machine(), here.clock()).idToken(who, request))
            .orElseGet(() -> Ask.nobody(identity));
  }
}
