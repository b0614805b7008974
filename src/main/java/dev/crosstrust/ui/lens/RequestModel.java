package dev.crosstrust.ui.lens;

import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.hint.RouteHints;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.token.SubjectToken;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Workplace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Asks one of the clouds for a token, for somebody this machine can be. */
public final class RequestModel {
  private static final String NOBODY = "No identity was found on this machine.";

  private final Background background;
  private final Workplace workplace;
  private final LensModel lens;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObservableList<Identity> identities = FXCollections.observableArrayList();
  private final ObservableList<String> providers = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
  private final ObjectProperty<@Nullable Identity> identity = new SimpleObjectProperty<>();
  private final GoogleAskModel google = new GoogleAskModel();
  private final AwsAskModel aws = new AwsAskModel();

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

  /** Of both clouds. */
  ObservableList<Identity> identities() {
    return identities;
  }

  /** Pool providers that this machine's files name, as tokens name them. */
  ObservableList<String> providers() {
    return providers;
  }

  /** Why nobody can be chosen; empty where somebody can. */
  ReadOnlyStringProperty hintProperty() {
    return hint.getReadOnlyProperty();
  }

  ObjectProperty<@Nullable Identity> identityProperty() {
    return identity;
  }

  /** What a Google identity is asked for. */
  GoogleAskModel google() {
    return google;
  }

  /** What an AWS identity is asked for. */
  AwsAskModel aws() {
    return aws;
  }

  /** Why it cannot be asked yet; empty when it can. */
  StringBinding problem() {
    return Bindings.createStringBinding(
        this::problemNow,
        Stream.concat(Stream.of(identity, google.audienceProperty()), Stream.of(aws.values()))
            .toArray(Observable[]::new));
  }

  private String problemNow() {
    Identity who = identity.get();
    if (who == null) {
      return hint.get().isEmpty() ? "Choose an identity." : hint.get();
    }
    Optional<String> problem =
        switch (who.cloud()) {
          case GOOGLE -> google.problem();
          case AWS -> aws.problem();
        };
    return problem.orElse("");
  }

  /** Shows the form, and reads from this machine's files who may be chosen. */
  void open() {
    open.set(true);
    Surroundings here = workplace.surroundings().get();
    background.begin(
        () -> RouteHints.read(here.machine(), here.clock(), new RouteStore(here.routes())),
        this::found,
        hint::set);
  }

  void close() {
    open.set(false);
  }

  private void found(RouteHints hints) {
    Identity chosen = identity.get();
    List<Identity> all =
        Stream.of(Direction.values()).flatMap(way -> hints.identities(way).stream()).toList();
    identities.setAll(all);
    providers.setAll(hints.audiences());
    providers.stream().findFirst().ifPresent(aws::suggest);
    hint.set(all.isEmpty() ? NOBODY : "");
    identity.set(
        all.stream()
            .filter(one -> chosen != null && one.id().equals(chosen.id()))
            .findFirst()
            .or(() -> all.stream().filter(Identity::active).findFirst())
            .or(() -> all.stream().findFirst())
            .orElse(null));
  }

  /** Asks; the lens shows what comes of it. */
  void ask() {
    Identity who = identity.get();
    if (who == null || !problemNow().isEmpty()) {
      return;
    }
    Surroundings here = workplace.surroundings().get();
    Ask ask =
        switch (who.cloud()) {
          case GOOGLE -> google.ask(who.id());
          case AWS -> aws.ask(who.id());
        };
    close();
    Job job =
        background.begin(
            () -> ask(here, ask),
            this::answered,
            sentence -> lens.without(new Phase.Broken<>(Findings.local(sentence))));
    String whom =
        switch (who.cloud()) {
          case GOOGLE -> "Google";
          case AWS -> "AWS";
        };
    lens.working("Asking %s for a token as %s".formatted(whom, who.id()), job);
  }

  private static Asked ask(Surroundings here, Ask ask) {
    Recorder recorder = new Recorder();
    try (Wire wire = here.wire(recorder)) {
      return new Asked(ask.make(here, wire), recorder.legs());
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
