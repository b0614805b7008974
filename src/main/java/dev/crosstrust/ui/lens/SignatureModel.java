package dev.crosstrust.ui.lens;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.token.Jwt;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.KeySource;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.token.signature.TokenVerifier;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.workplace.Workplace;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Whether the signature holds. Nobody is asked until the user wants it. */
public final class SignatureModel {
  private final Background background;
  private final Workplace workplace;
  private final ReadOnlyObjectWrapper<@Nullable SignatureCheck> check =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Job> job = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper host = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper source = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper clock = new ReadOnlyStringWrapper("");
  private final BooleanProperty giving = new SimpleBooleanProperty();
  private final StringProperty keys = new SimpleStringProperty("");
  private @Nullable Token token;

  private record Checked(SignatureCheck check, List<Leg> legs) {}

  SignatureModel(Background background, Workplace workplace) {
    this.background = background;
    this.workplace = workplace;
  }

  /** What is known; null without a token. */
  ReadOnlyObjectProperty<@Nullable SignatureCheck> checkProperty() {
    return check.getReadOnlyProperty();
  }

  SignatureCheck checkOf(Token shown) {
    SignatureCheck known = check.get();
    return known == null || !shown.equals(token) ? SignatureCheck.notAsked(shown) : known;
  }

  /** The check that goes on; null when none does. */
  ReadOnlyObjectProperty<@Nullable Job> jobProperty() {
    return job.getReadOnlyProperty();
  }

  /** Who would be asked for keys; empty where nobody can be. */
  ReadOnlyStringProperty hostProperty() {
    return host.getReadOnlyProperty();
  }

  /** Where the keys came from, in words; empty before. */
  ReadOnlyStringProperty sourceProperty() {
    return source.getReadOnlyProperty();
  }

  /** How this machine's clock stands to the one that gave the keys; empty where not known. */
  ReadOnlyStringProperty clockProperty() {
    return clock.getReadOnlyProperty();
  }

  /** Whether keys are being given by hand. */
  BooleanProperty givingProperty() {
    return giving;
  }

  /** The JWK Set given by hand. */
  StringProperty keysProperty() {
    return keys;
  }

  /** Another token: what was known of the last one is forgotten. */
  void of(@Nullable Token next) {
    cancel();
    token = next;
    source.set("");
    clock.set("");
    giving.set(false);
    host.set(next == null ? "" : issuerHost(next).orElse(""));
    check.set(next == null ? null : SignatureCheck.notAsked(next));
  }

  /** Fetches the issuer's discovery document and keys, and checks against them. */
  void askIssuer() {
    Surroundings here = workplace.surroundings().get();
    if (!host.get().isEmpty()) {
      begin(
          token -> {
            Recorder recorder = new Recorder();
            try (Wire wire = here.wire(recorder)) {
              SignatureCheck made = TokenVerifier.verify(token, KeySource.issuer(wire));
              return new Checked(made, recorder.legs());
            }
          },
          "");
    }
  }

  /** Checks against the keys given by hand; asks nobody. */
  void useGiven() {
    String jwks = keys.get();
    begin(
        token ->
            new Checked(
                TokenVerifier.verify(token, KeySource.given(jwks, "the given keys")), List.of()),
        "your set");
  }

  /** Ends a check that goes on. */
  void cancel() {
    Job going = job.get();
    if (going != null) {
      going.cancel();
      job.set(null);
    }
  }

  private interface Check {
    Checked make(Token token);
  }

  private void begin(Check made, String from) {
    Token asked = token;
    if (asked == null || job.get() != null) {
      return;
    }
    job.set(
        background.begin(
            () -> made.make(asked), checked -> done(checked, from), sentence -> failed(sentence)));
  }

  private void done(Checked checked, String from) {
    job.set(null);
    giving.set(false);
    source.set(from.isEmpty() ? KeyFetch.hosts(checked.legs()) : from);
    clock.set(KeyFetch.clock(checked.legs()).orElse(""));
    check.set(checked.check());
  }

  private void failed(String sentence) {
    job.set(null);
    source.set("nowhere: " + sentence);
  }

  private static Optional<String> issuerHost(Token token) {
    if (!(token instanceof Jwt jwt) || jwt.jws().unsigned()) {
      return Optional.empty();
    }
    return jwt.text("iss")
        .map(iss -> iss.contains("://") ? iss : "https://" + iss)
        .flatMap(SignatureModel::host);
  }

  private static Optional<String> host(String address) {
    try {
      URI uri = new URI(address);
      return "https".equals(uri.getScheme())
          ? Optional.ofNullable(uri.getHost())
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
