package dev.crosstrust.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.Toolkit;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LookTest {
  @BeforeAll
  static void start() {
    Toolkit.start();
  }

  @AfterEach
  void asOtherTestsExpectIt() {
    Toolkit.run(Look.LIGHT::apply);
  }

  @Test
  void isFollowedUntilTheWindowIsClosed() {
    ObjectProperty<Look> wanted = new SimpleObjectProperty<>(Look.LIGHT);
    Subscription window = Toolkit.call(() -> Look.follow(wanted));
    Toolkit.run(() -> wanted.set(Look.DARK));
    assertThat(sheet()).contains("dark");

    Toolkit.run(window::unsubscribe);
    Toolkit.run(() -> wanted.set(Look.LIGHT));

    assertThat(sheet()).contains("dark");
  }

  private static String sheet() {
    return Toolkit.call(Application::getUserAgentStylesheet);
  }
}
