package dev.crosstrust.ui.lens;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.exchange.google.GoogleTokens;
import dev.crosstrust.exchange.google.IdTokenRequest;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Asks Google for an ID token, for somebody this machine can be. */
public final class RequestModel {
  private static final String AUDIENCE_FOR_AWS = "sts.amazonaws.com";

  private final Background background;
  private final Workplace workplace;
  private final LensModel lens;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObservableList<GoogleIdentity> identities = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ObjectProperty<@Nullable GoogleIdentity> identity = new SimpleObjectProperty<>();
  private final StringProperty audience = new SimpleStringProperty(AUDIENCE_FOR_AWS);
  private final StringProperty account = new SimpleStringProperty("");

  private record Asked(Outcome<SubjectToken> outcome, List<Leg> legs) {}

  RequestModel(Background background, Workplace workplace, LensModel lens) {
    this.background = background;
    this.workplace = workplace;
    this.lens = lens;
    workplace.surroundings().subscribe((_, _) -> close());
  }

  /** Whether the form is shown. */
  BooleanProperty openProperty() {
    return open;
  }

  ObservableList<GoogleIdentity> identities() {
    return identities;
  }

  /** Why nobody can be chosen; empty where somebody can. */
  ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  ObjectProperty<@Nullable GoogleIdentity> identityProperty() {
    return identity;
  }

  StringProperty audienceProperty() {
    return audience;
  }

  /** The service account to act as; empty for none. */
  StringProperty accountProperty() {
    return account;
  }

  /** Whether enough is given to ask. */
  BooleanBinding ready() {
    return Bindings.createBooleanBinding(
        () -> identity.get() != null && !audience.get().isBlank(), identity, audience);
  }

  /** Shows the form, and reads from this machine's files who may be chosen. */
  void open() {
    open.set(true);
    Surroundings here = workplace.surroundings().get();
    background.begin(() -> new GoogleIdentities(here.machine()).all(), this::found, hint::set);
  }

  void close() {
    open.set(false);
  }

  private void found(List<GoogleIdentity> all) {
    GoogleIdentity chosen = identity.get();
    identities.setAll(all);
    hint.set(all.isEmpty() ? "No Google identity was found on this machine." : "");
    identity.set(
        all.stream()
            .filter(one -> chosen != null && one.shown().id().equals(chosen.shown().id()))
            .findFirst()
            .or(() -> all.stream().filter(one -> one.shown().active()).findFirst())
            .or(() -> all.stream().findFirst())
            .orElse(null));
  }

  /** Asks; the lens shows what comes of it. */
  void ask() {
    GoogleIdentity who = identity.get();
    if (who == null || !ready().get()) {
      return;
    }
    Surroundings here = workplace.surroundings().get();
    String act = account.get().strip();
    IdTokenRequest request =
        new IdTokenRequest(
            audience.get().strip(),
            act.isEmpty() ? List.of() : List.of(act.split("\\s*,\\s*", -1)),
            true);
    close();
    Job job =
        background.begin(
            () -> ask(here, who, request),
            this::answered,
            sentence -> lens.without(new Phase.Broken<>(Findings.local(sentence))));
    lens.working("Asking Google for a token as " + who.shown().id(), job);
  }

  private static Asked ask(Surroundings here, GoogleIdentity who, IdTokenRequest request) {
    Recorder recorder = new Recorder();
    try (Wire wire = here.wire(recorder)) {
      Outcome<SubjectToken> outcome =
          new GoogleTokens(wire, here.machine(), here.clock()).idToken(who, request);
      return new Asked(outcome, recorder.legs());
    }
  }

  private void answered(Asked asked) {
    switch (asked.outcome()) {
      case Outcome.Done<SubjectToken>(SubjectToken token) -> lens.read(token.value().reveal());
      case Outcome.Refused<SubjectToken> refused ->
          lens.without(new Phase.Refused<>(Findings.of(refused, asked.legs())));
      case Outcome.Broken<SubjectToken> broken ->
          lens.without(new Phase.Broken<>(Findings.of(broken, asked.legs())));
    }
  }
}
