package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.Toolkit;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TickerTest {
  private static final Duration EVERY = Duration.millis(1);

  private final AtomicInteger ticks = new AtomicInteger();
  private final CountDownLatch some = new CountDownLatch(3);
  private Label clock;
  private Pane root;
  private Stage window;
  private Ticker ticker;

  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @BeforeEach
  void open() {
    Toolkit.run(
        () -> {
          clock = new Label();
          root = new Pane(clock);
          window = new Stage();
          window.setScene(new Scene(root));
          window.show();
          ticker = new Ticker(clock, EVERY);
          ticker.start(
              () -> {
                ticks.incrementAndGet();
                some.countDown();
              });
        });
  }

  @AfterEach
  void close() {
    Toolkit.run(window::close);
  }

  private void goesOn() throws InterruptedException {
    assertThat(some.await(10, TimeUnit.SECONDS)).as("it ticks").isTrue();
  }

  private void stands() {
    int before = Toolkit.call(ticks::get);
    Toolkit.pulses(10);
    assertThat(ticks).hasValue(before);
  }

  @Test
  void goesOnUntilItIsStopped() throws InterruptedException {
    goesOn();
    Toolkit.run(ticker::stop);
    stands();
  }

  @Test
  void endsWithItsWindow() throws InterruptedException {
    goesOn();
    Toolkit.run(window::close);
    stands();
  }

  @Test
  void waitsWhileItsNodeIsNotInTheWindowAndIsRightAtOnceWhenItComesBack()
      throws InterruptedException {
    goesOn();
    Toolkit.run(() -> root.getChildren().clear());
    stands();
    int before = ticks.get();
    int after =
        Toolkit.call(
            () -> {
              root.getChildren().add(clock);
              return ticks.get();
            });
    assertThat(after).isEqualTo(before + 1);
  }

  @Test
  void whatWasStoppedStaysSoWhenItComesBack() {
    Toolkit.run(
        () -> {
          ticker.stop();
          root.getChildren().clear();
          root.getChildren().add(clock);
        });
    stands();
  }
}
