package dev.crosstrust.ui.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From AWS to Google in the real window on real sandbox clouds, by keyboard alone. */
class SecondStoryTest {
  private static final String BUCKET = "my-test-bucket-fc436b0fe1b7c943";

  @TempDir private Path home;

  @Test
  void fromTheRoleToTheObjectThatMayNotBeListed() throws IOException {
    try (Guest guest = Guest.at(home, new RealSandboxes(), false)) {
      guest.tabTo("walkthrough-start-aws-to-google");
      guest.press(KeyCode.SPACE);
      guest.untilStep(1, "Meet the role");
      guest.press(KeyCode.CONTROL, KeyCode.DIGIT5);
      guest.until("the identities", () -> guest.lit().contains("identities-list"));
      guest.press(KeyCode.F6);
      guest.downUntilDone();
      guest.picture("second-1-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(2, "Have AWS vouch for it");
      guest.press(KeyCode.CONTROL, KeyCode.DIGIT2);
      guest.press(KeyCode.CONTROL, KeyCode.R);
      guest.until("the form", () -> guest.lit().contains("lens-request-form"));
      guest.choose("request-identity", "aws:lambda-outbound");
      guest.picture("second-2-form");
      guest.tabTo("request-ask");
      guest.press(KeyCode.SPACE);
      guest.untilDone();

      guest.press(KeyCode.ENTER);
      guest.untilStep(3, "Read sub");
      guest.press(KeyCode.F6);
      guest.until("the claims", () -> guest.focused("claims"));
      guest.downUntilDone();
      guest.picture("second-3-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(4, "Run the route");
      guest.press(KeyCode.CONTROL, KeyCode.DIGIT1);
      guest.until("the button", () -> guest.lit().contains("routes-run"));
      guest.choose("chooser", "lambda-to-gcs");
      guest.press(KeyCode.F5);
      guest.untilDone();
      guest.picture("second-4-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(5, "Look at the exchange");
      guest.untilDone();
      guest.picture("second-5-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(6, "A row in BigQuery");
      goAlongUntilDone(guest, KeyCode.RIGHT);
      guest.picture("second-6-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(7, "Refused, as expected");
      guest.untilDone();
      guest.picture("second-7-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(8, "Look with the token");
      guest.press(KeyCode.CONTROL, KeyCode.DIGIT4);
      guest.until("the button", () -> guest.lit().contains("browse-connect"));
      guest.choose("browse-route", "lambda-to-gcs");
      guest.tabTo("browse-connect");
      guest.press(KeyCode.SPACE);
      guest.untilDone();
      guest.picture("second-8-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(9, "Reads pass, listing does not");
      guest.press(KeyCode.CONTROL, KeyCode.L);
      guest.type(BUCKET);
      guest.press(KeyCode.ENTER);
      guest.untilDone();
      guest.picture("second-9-done");

      guest.press(KeyCode.ENTER);
      guest.untilStep(10, "Open it by its name");
      guest.press(KeyCode.CONTROL, KeyCode.L);
      guest.type("gs://" + BUCKET + "/README.md");
      guest.press(KeyCode.ENTER);
      guest.untilDone();
      guest.untilText("10 of 10 done");
      guest.picture("second-10-done");

      guest.press(KeyCode.ENTER);
      guest.untilText("all done");
      assertThat(guest.unnamed()).isEmpty();
      assertThat(guest.lit())
          .as("every anchor of the story is in the real window")
          .containsAll(
              Stories.all().getLast().steps().stream()
                  .flatMap(step -> step.light(true).stream())
                  .toList());
    }
  }

  /** Along the arrows of the picture; a run leaves the exchange chosen. */
  private static void goAlongUntilDone(Guest guest, KeyCode direction) {
    guest.press(KeyCode.F6);
    for (int arrow = 0; arrow < 10 && !guest.done(); arrow++) {
      guest.press(direction);
    }
    guest.untilDone();
  }
}
