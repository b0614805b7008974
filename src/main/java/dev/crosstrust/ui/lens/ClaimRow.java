package dev.crosstrust.ui.lens;

import dev.crosstrust.token.lens.Explanation;
import java.time.Instant;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One claim in the table; what it means is told anew as time goes on. */
final class ClaimRow {
  private final Explanation claim;
  private final String value;
  private final String time;
  private final ReadOnlyStringWrapper meaning = new ReadOnlyStringWrapper("");

  ClaimRow(Explanation claim, Instant now) {
    this.claim = claim;
    this.value = claim.shown();
    this.time = Values.time(claim.claim(), claim.value(), now);
    tell(claim);
  }

  String claim() {
    return claim.claim();
  }

  /** As it is copied. */
  String value() {
    return value;
  }

  /** The same as a time of day; empty where it is none. */
  String time() {
    return time;
  }

  ReadOnlyStringProperty meaning() {
    return meaning.getReadOnlyProperty();
  }

  /** The condition keys that read it; empty where AWS has none. */
  String awsKey() {
    return claim.awsKey() == null ? "" : claim.awsKey();
  }

  /** How a Google pool provider addresses it; empty where it cannot. */
  String cel() {
    return claim.cel() == null ? "" : claim.cel();
  }

  /** The same claim as seen a little later. */
  void tell(Explanation later) {
    meaning.set(later.meaning());
  }

  /** The whole row for those who hear it. */
  String spoken() {
    String key = awsKey().isEmpty() ? "" : " AWS condition key %s.".formatted(awsKey());
    return "%s: %s %s. %s%s".formatted(claim(), value, time, meaning.get(), key);
  }
}
