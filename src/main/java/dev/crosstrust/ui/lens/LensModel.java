package dev.crosstrust.ui.lens;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.token.Reading;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.TokenReader;
import dev.crosstrust.token.lens.Explanation;
import dev.crosstrust.token.lens.TokenReport;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.workplace.Happening;
import dev.crosstrust.ui.workplace.Workplace;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** The token that is looked at: where it came from does not matter, it is read here, offline. */
public final class LensModel {
  private static final Phase<Token> NOTHING =
      new Phase.Empty<>(
          "No token yet",
          "Paste one, type it on the left, or request one for an identity of this machine. It is"
              + " read here and sent nowhere.");

  private final Workplace workplace;
  private final ReadOnlyObjectWrapper<Phase<Token>> phase = new ReadOnlyObjectWrapper<>(NOTHING);
  private final ReadOnlyObjectWrapper<Remaining> remaining =
      new ReadOnlyObjectWrapper<>(Remaining.NOTHING);
  private final ObservableList<ClaimRow> claims = FXCollections.observableArrayList();
  private final ObservableList<Finding> findings = FXCollections.observableArrayList();
  private final ObservableSet<String> opened = FXCollections.observableSet();
  private final BooleanProperty revealed = new SimpleBooleanProperty();
  private final SignatureModel signature;
  private final RequestModel request;
  private final ComparisonModel comparison;
  private Phase<Token> before = NOTHING;

  LensModel(Background background, Workplace workplace) {
    this.workplace = workplace;
    this.signature = new SignatureModel(background, workplace);
    this.request = new RequestModel(background, workplace, this);
    this.comparison = new ComparisonModel();
    signature.checkProperty().subscribe(_ -> refresh());
  }

  /** What came of the last text or request. */
  ReadOnlyObjectProperty<Phase<Token>> phaseProperty() {
    return phase.getReadOnlyProperty();
  }

  /** What is left of its lifetime, as of the last tick. */
  ReadOnlyObjectProperty<Remaining> remainingProperty() {
    return remaining.getReadOnlyProperty();
  }

  ObservableList<ClaimRow> claims() {
    return claims;
  }

  ObservableList<Finding> findings() {
    return findings;
  }

  /** The ids of those findings that were opened to be read whole. */
  ObservableSet<String> opened() {
    return opened;
  }

  /** Whether the signature is shown: wished for each token anew. */
  BooleanProperty revealedProperty() {
    return revealed;
  }

  public SignatureModel getSignature() {
    return signature;
  }

  public RequestModel getRequest() {
    return request;
  }

  public ComparisonModel getComparison() {
    return comparison;
  }

  /** Whether there is a token. */
  BooleanBinding loaded() {
    return Bindings.createBooleanBinding(() -> token() != null, phase);
  }

  @Nullable Token token() {
    return phase.get() instanceof Phase.Ready<Token>(Token token) ? token : null;
  }

  /** Takes a text for a token; nothing is asked or sent. */
  void read(String text) {
    switch (TokenReader.read(text)) {
      case Reading.Decoded(Token token) -> show(new Phase.Ready<>(token));
      case Reading.Unreadable unreadable -> show(new Phase.Broken<>(List.of(unreadable.finding())));
    }
  }

  /** A claim is looked at. */
  void seen(@Nullable ClaimRow row) {
    if (row != null) {
      workplace.happenings().report(new Happening.ClaimSeen(row.claim()));
    }
  }

  /** Forgets it. */
  void clear() {
    show(NOTHING);
  }

  /** A token has been asked for. */
  void working(String words, Job job) {
    before = phase.get();
    phase.set(new Phase.Working<>(words, job));
  }

  /** The asking was ended by the user: what was there before is there again. */
  void cancelled() {
    phase.set(before);
  }

  /** The asking came to nothing. */
  void without(Phase<Token> instead) {
    show(instead);
  }

  private void show(Phase<Token> next) {
    if (phase.get() instanceof Phase.Working<Token>(_, Job job)) {
      job.cancel();
    }
    revealed.set(false);
    phase.set(next);
    claims.clear();
    findings.clear();
    opened.clear();
    comparison.left(token());
    signature.of(token());
    refresh();
    if (token() != null) {
      workplace
          .happenings()
          .report(
              new Happening.TokenRead(
                  claims.stream()
                      .collect(Collectors.toMap(ClaimRow::claim, ClaimRow::value, (a, _) -> a))));
    }
  }

  /** Tells everything that depends on the time anew. */
  void tick() {
    refresh();
  }

  private void refresh() {
    Token token = token();
    if (token == null) {
      remaining.set(Remaining.NOTHING);
      return;
    }
    Instant now = workplace.surroundings().get().clock().instant();
    TokenReport report = TokenReport.of(token, signature.checkOf(token), now);
    remaining.set(Remaining.of(report.lifetime(), now));
    explain(report.explained(), now);
    if (!ids(report.findings()).equals(ids(findings))) {
      findings.setAll(report.findings());
    }
  }

  private void explain(List<Explanation> explained, Instant now) {
    if (claims.size() != explained.size()) {
      claims.setAll(explained.stream().map(claim -> new ClaimRow(claim, now)).toList());
      return;
    }
    for (int i = 0; i < claims.size(); i++) {
      claims.get(i).tell(explained.get(i));
    }
  }

  /** A card that only counts on is not made anew: it may have the focus. */
  private static List<String> ids(List<Finding> findings) {
    return findings.stream().map(Finding::id).toList();
  }
}
