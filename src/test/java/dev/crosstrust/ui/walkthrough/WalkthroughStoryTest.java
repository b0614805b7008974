package dev.crosstrust.ui.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.Toolkit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window on real sandbox clouds, by keyboard alone. */
class WalkthroughStoryTest {
  private static final String START = "walkthrough-start-google-to-aws";

  @TempDir private Path home;

  @Test
  void fromTheFirstStartToTheEndOfTheFirstStory() throws IOException {
    try (Guest guest = Guest.at(home, new RealSandboxes(), false)) {
      guest.untilText("See why one cloud trusts the other");
      guest.until("the way to start", () -> guest.focused(START));
      assertThat(guest.words()).contains("Not now", "Real clouds, by this machine's profiles");
      guest.picture("first-start");

      guest.press(KeyCode.ENTER);
      guest.untilStep(1, "Meet the identity");
      guest.untilText("0 of 8 done");
      guest.picture("1-rail");
      guest.press(KeyCode.CONTROL, KeyCode.DIGIT5);
      guest.untilDone();
      guest.picture("1-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(2, "Request a token");
      guest.press(KeyCode.CONTROL, KeyCode.DIGIT2);
      guest.until("the button", () -> guest.lit().contains("lens-request"));
      guest.picture("2-anchor");
      guest.press(KeyCode.CONTROL, KeyCode.R);
      guest.until("the form", () -> guest.lit().contains("lens-request-form"));
      guest.tabTo("request-ask");
      guest.picture("2-form");
      guest.press(KeyCode.SPACE);
      guest.untilDone();

      guest.press(KeyCode.ENTER);
      guest.untilStep(3, "Read azp");
      guest.picture("3-azp");
      guest.press(KeyCode.F6);
      guest.until("the claims", () -> guest.focused("claims"));
      guest.downUntilDone();
      guest.picture("3-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(4, "Run the route");
      guest.press(KeyCode.CONTROL, KeyCode.DIGIT1);
      guest.until("the button", () -> guest.lit().contains("routes-run"));
      guest.picture("4-run");
      guest.press(KeyCode.F5);
      guest.untilDone();
      guest.picture("4-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(5, "Look at the exchange");
      guest.untilDone();
      guest.picture("5-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(6, "Denied, as expected");
      guest.press(KeyCode.F6);
      guest.press(KeyCode.END);
      guest.untilDone();
      guest.picture("6-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(7, "Look into a bucket");
      guest.press(KeyCode.CONTROL, KeyCode.DIGIT4);
      guest.until("the button", () -> guest.focused("browse-connect"));
      guest.picture("7-connect");
      guest.press(KeyCode.ENTER);
      guest.until("the buckets", () -> guest.focused("browse-table"));
      guest.picture("7-buckets");
      guest.press(KeyCode.END);
      guest.press(KeyCode.ENTER);
      guest.until("an object", () -> rows(guest) == 1);
      guest.press(KeyCode.HOME);
      guest.press(KeyCode.ENTER);
      guest.untilDone();
      guest.picture("7-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(8, "Be refused");
      guest.picture("8-address");
      guest.press(KeyCode.CONTROL, KeyCode.L);
      guest.type("audit-logs-444455556666");
      guest.press(KeyCode.ENTER);
      guest.untilDone();
      guest.untilText("8 of 8 done");
      guest.picture("8-done");

      guest.press(KeyCode.ENTER);
      guest.untilText("all done");
      assertThat(guest.words()).contains("Replay", "no secrets leave this window");
      assertThat(guest.unnamed()).isEmpty();
      guest.picture("finished");

      guest.tabTo("status-leave");
      guest.press(KeyCode.SPACE);
      guest.untilText("Real clouds, by this machine's profiles");
      assertThat(guest.lit())
          .as("every anchor of the story is in the real window")
          .containsAll(
              Stories.all().getFirst().steps().stream()
                  .flatMap(step -> step.light(true).stream())
                  .toList());
    }
  }

  private static int rows(Guest guest) {
    return guest.scene().lookup("#browse-table") instanceof TableView<?> table
        ? table.getItems().size()
        : 0;
  }

  @Test
  void whoLeavesInTheMiddleResumesInAnotherWindow() throws IOException {
    try (Guest guest = Guest.at(home, new RealSandboxes(), false)) {
      guest.until("the way to start", () -> guest.focused(START));
      guest.press(KeyCode.ENTER);
      guest.untilStep(1, "Meet the identity");
      guest.press(KeyCode.CONTROL, KeyCode.DIGIT5);
      guest.untilDone();
      guest.press(KeyCode.ENTER);
      guest.untilStep(2, "Request a token");
      guest.tabTo("walkthrough-leave");
      guest.press(KeyCode.ENTER);
      guest.untilText("Resume");
      guest.picture("left");
    }

    try (Guest guest = Guest.at(home, new RealSandboxes(), false)) {
      guest.untilText("1 of 8 done");
      assertThat(guest.words()).contains("Resume", "Start over").doesNotContain("Not now");
      guest.until("the way to resume", () -> guest.focused(START));
      guest.press(KeyCode.ENTER);
      guest.untilStep(2, "Request a token");
      guest.press(KeyCode.F6);
      guest.until("the rail", () -> guest.focused("rail-lens"));
      guest.press(KeyCode.F6);
      guest.until("the card", () -> guest.focused("walkthrough-card"));
      guest.tabTo("walkthrough-back");
      guest.press(KeyCode.ENTER);
      guest.untilDone();
    }
  }

  @Test
  void onTheSandboxTheWindowOpensHereAndStartingWaitsForTheClouds() throws IOException {
    CountDownLatch held = new CountDownLatch(1);
    try (Guest guest = Guest.at(home, new RealSandboxes(held), true)) {
      guest.untilText("Sandbox clouds are starting");
      guest.untilText("Cancel");
      guest.picture("starting");
      held.countDown();
      guest.untilText("Sandbox clouds on 127.0.0.1");
      guest.until("the way to start", () -> guest.focused(START));
      guest.press(KeyCode.ENTER);
      guest.untilStep(1, "Meet the identity");
    }
  }

  @Test
  void startingIsCancelledByKeyboard() throws IOException {
    CountDownLatch held = new CountDownLatch(1);
    try (Guest guest = Guest.at(home, new RealSandboxes(held), false)) {
      guest.until("the way to start", () -> guest.focused(START));
      guest.press(KeyCode.ENTER);
      guest.untilText("Cancel");
      guest.press(KeyCode.TAB);
      guest.press(KeyCode.SPACE);
      guest.untilText("Real clouds, by this machine's profiles");
      guest.untilText("Start");
      held.countDown();
    }
  }

  @Test
  void aSandboxThatDoesNotStartIsSaidWhereItWasWanted() throws IOException {
    try (Guest guest = Guest.at(home, new NoSandboxes(), false)) {
      guest.until("the way to start", () -> guest.focused(START));
      guest.press(KeyCode.ENTER);
      guest.untilText("The sandbox clouds do not start");
      assertThat(guest.words()).contains("Start", "no port is free");
      guest.picture("broken");
    }
  }

  @Test
  void whoDoesNotWantToIsLeftAlone() throws IOException {
    try (Guest guest = Guest.at(home, new RealSandboxes(), false)) {
      guest.tabTo("walkthrough-not-now");
      guest.press(KeyCode.SPACE);
      guest.untilText("Routes");
      assertThat(Toolkit.call(() -> guest.scene().lookup("#routes"))).isNotNull();
    }
    try (Guest guest = Guest.at(home, new RealSandboxes(), false)) {
      assertThat(Toolkit.call(() -> guest.scene().lookup("#routes"))).isNotNull();
    }
  }
}
