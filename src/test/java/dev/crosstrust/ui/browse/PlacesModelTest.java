package dev.crosstrust.ui.browse;

import static dev.crosstrust.ui.browse.FakeAccess.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.storage.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesModelTest {
  private final PlacesModel places = new PlacesModel();

  @Test
  void anAddressIsCompletedAsFarAsThereIsNoDoubt() {
    places.found(
        PlacesModel.NOWHERE,
        List.of(
            new Entry.Bucket(uri("s3://billing-export"), null, null),
            new Entry.Bucket(uri("s3://billing-archive"), null, null)));

    assertThat(places.completed("s3://b")).contains("s3://billing-");
    assertThat(places.completed("s3://billing-e")).contains("s3://billing-export/");
    assertThat(places.completed("s3://billing-")).isEmpty();
    assertThat(places.completed("s3://x")).isEmpty();
  }

  @Test
  void halfANameIsNoPlaceOfItsOwn() {
    places.found(uri("s3://b/2026/rep"), List.of());

    assertThat(places.buckets().getFirst().below())
        .extracting(Place::words)
        .containsExactly("2026/");
  }
}
