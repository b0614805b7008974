package dev.crosstrust.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One identity after the other is asked, and it is written down whom. */
class RelayTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  private final List<String> sources = new ArrayList<>();
  private final List<String> opened = new ArrayList<>();
  private Instant now = NOW;

  @AfterEach
  void forgetTheInterruption() {
    Thread.interrupted();
  }

  @Test
  void theFirstWhoMayReadAnswersAndNobodyAfterHimIsAsked() {
    Relay<String> relay = relay("poor", "rich", "idle");

    assertThat(ask(relay)).isEqualTo(Outcome.done("by rich"));
    assertThat(sources).containsExactly("Policy read with rich (x:Get)");
    assertThat(opened).containsExactly("poor", "rich");
  }

  @Test
  void eachSignsInOnce() {
    Relay<String> relay = relay("poor", "rich");
    ask(relay);
    ask(relay);

    assertThat(opened).containsExactly("poor", "rich");
  }

  @Test
  void thatItIsNotThereIsAnAnswer() {
    assertThat(ask(relay("blind", "rich"))).isInstanceOf(Refused.class);
    assertThat(sources).containsExactly("Policy asked for with blind: x:Get answered 404: none");
  }

  @Test
  void whereNobodyMayItIsSaidOfEach() {
    ask(relay("poor", "poorer"));

    assertThat(sources)
        .containsExactly(
            "Policy not read (x:Get): poor: x:Get answered 403: no; poorer: x:Get answered 403:"
                + " no");
  }

  @Test
  void whereNobodyCanBeAskedItIsSaid() {
    ask(relay());

    assertThat(sources)
        .containsExactly("Policy not read (x:Get): no identity of this machine can be asked");
  }

  @Test
  void nobodyIsAskedWhenTheTimeIsOverOrTheUserEndsIt() {
    Relay<String> relay = relay("rich");
    now = NOW.plusSeconds(61);
    ask(relay);
    now = NOW;
    Thread.currentThread().interrupt();
    ask(relay);

    assertThat(opened).isEmpty();
    assertThat(sources).hasSize(2).allMatch(line -> line.endsWith("not waited for any longer"));
  }

  private Relay<String> relay(String... ids) {
    List<Relay.Reader<String>> readers = new ArrayList<>();
    for (String id : ids) {
      readers.add(
          new Relay.Reader<>(
              id,
              () -> {
                opened.add(id);
                return id;
              }));
    }
    InstantSource clock = () -> now;
    return new Relay<>(readers, sources, clock, NOW.plusSeconds(60));
  }

  private static Outcome<String> ask(Relay<String> relay) {
    return relay.ask(
        "Policy",
        "x:Get",
        who ->
            switch (who) {
              case "rich", "idle" -> Outcome.done("by " + who);
              case "blind" -> new Refused<>(new Refusal("x", "Get", 404, null, "none", null));
              default -> new Refused<>(new Refusal("x", "Get", 403, null, "no", null));
            });
  }
}
