package dev.crosstrust.route.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstrust.route.Route;
import dev.crosstrust.route.Routes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteStoreTest {
  @TempDir Path folder;

  private RouteStore store() {
    return new RouteStore(folder.resolve("routes"));
  }

  @Test
  void aSavedRouteIsFoundByItsName() throws IOException {
    Path file = store().save(Routes.gkeToS3());
    assertThat(store().load("gke-to-s3"))
        .isEqualTo(new Loaded.Good(Routes.gkeToS3(), file.toString()));
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void aRouteIsLoadedFromAnyFileByItsPath() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yml"), Routes.LAMBDA_TO_GCS);
    assertThat(store().load(file.toString()))
        .isEqualTo(new Loaded.Good(Routes.lambdaToGcs(), file.toString()));
  }

  @Test
  void aBrokenFileIsListedAmongTheOthers() throws IOException {
    store().save(Routes.gkeToS3());
    Files.writeString(folder.resolve("routes/broken.yaml"), "name: broken\n");
    Files.writeString(folder.resolve("routes/other.yaml"), Routes.LAMBDA_TO_GCS);
    assertThat(store().list())
        .extracting(
            loaded ->
                switch (loaded) {
                  case Loaded.Good(Route route, String _) -> route.name();
                  case Loaded.Bad(RouteProblem problem) -> problem.message();
                })
        .containsExactly(
            "direction is missing: one of google-to-aws, aws-to-google",
            "gke-to-s3",
            "the route in this file is named lambda-to-gcs");
  }

  @Test
  void aFolderThatIsNotThereHoldsNoRoutes() throws IOException {
    assertThat(store().list()).isEmpty();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheOneThatWasMeant() throws IOException {
    store().save(Routes.gkeToS3());
    assertThat(problem("gke-to-s4")).endsWith("no saved route gke-to-s4; did you mean gke-to-s3?");
    assertThat(problem("./none.yaml")).isEqualTo("./none.yaml: there is no such file");
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xc3, 0x28});
    assertThat(problem(file.toString())).endsWith("not text in UTF-8");
  }

  private String problem(String name) {
    return switch (store().load(name)) {
      case Loaded.Good(Route route, String _) -> throw new AssertionError("read: " + route.name());
      case Loaded.Bad(RouteProblem problem) -> problem.sentence();
    };
  }

  @Test
  void aDeletedRouteIsGoneAndNothingOutsideTheFolderCanBeDeleted(@TempDir Path home)
      throws IOException {
    RouteStore store = new RouteStore(home.resolve("routes"));
    Path file = store.save(Routes.gkeToS3());
    Path other = Files.writeString(home.resolve("other.yaml"), "not a saved route");
    assertThat(store.contains("gke-to-s3")).isTrue();
    store.delete(file);
    store.delete(file);
    assertThat(store.contains("gke-to-s3")).isFalse();
    assertThatThrownBy(() -> store.delete(other)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> store.delete(home.resolve("routes/../other.yaml")))
        .isInstanceOf(IOException.class);
    assertThat(other).exists();
  }
}
