package dev.crosstrust.ui.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.ui.workplace.Happening.ClaimSeen;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class HappeningsTest {
  private final Happenings happenings = new Happenings();

  @Test
  void whoListensIsToldOfEachThingOnce() {
    List<Happening> told = new ArrayList<>();
    happenings
        .all()
        .addListener(
            (ListChangeListener<Happening>)
                change -> {
                  while (change.next()) {
                    told.addAll(change.getAddedSubList());
                  }
                });

    happenings.report(new ClaimSeen("azp"));
    happenings.report(new ClaimSeen("aud"));
    happenings.report(new ClaimSeen("azp"));

    assertThat(told).containsExactly(new ClaimSeen("azp"), new ClaimSeen("aud"));
  }

  @Test
  void itDoesNotGrowWithoutEnd() {
    for (int i = 0; i < 2_000; i++) {
      happenings.report(new ClaimSeen("claim" + i));
    }

    assertThat(happenings.all()).hasSize(500).endsWith(new ClaimSeen("claim1999"));
  }
}
