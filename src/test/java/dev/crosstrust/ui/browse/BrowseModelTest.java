package dev.crosstrust.ui.browse;

import static dev.crosstrust.ui.browse.FakeAccess.object;
import static dev.crosstrust.ui.browse.FakeAccess.uri;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.storage.Entry;
import dev.crosstrust.ui.task.Phase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowseModelTest {
  private static final Entry ONE = object("s3://logs/2026/one.txt", 3);
  private static final Entry TWO = object("s3://logs/2026/two.csv", 4);

  private final HandBackground background = new HandBackground();
  private final FakeAccess access = new FakeAccess();
  private Instant now = FakeAccess.END.minus(Duration.ofMinutes(41));
  private final BrowseModel model = new BrowseModel(background, () -> now, access);
  private final ListingModel listing = model.getListing();

  @Test
  void nothingIsAskedBeforeItIsToldTo() {
    model.shown();
    background.work();

    assertThat(model.choice().routes())
        .extracting(route -> route.name())
        .containsExactly("first", "second");
    assertThat(model.choice().chosenProperty().get()).contains(access.routes.getFirst());
    assertThat(model.connectionProperty().get()).isInstanceOf(Phase.Empty.class);
  }

  @Test
  void withoutARouteThePaneSaysWhereOneIsMade() {
    access.routes.clear();
    model.shown();
    background.work();

    assertThat(model.connectionProperty().get())
        .isEqualTo(
            new Phase.Empty<Connection>(
                "No route is saved", "Make one on the screen Routes; its keys open storage."));
  }

  @Test
  void connectingListsTheBuckets() {
    access.holds("s3://", List.of(List.of(new Entry.Bucket(uri("s3://logs"), null, null))));
    connect();

    assertThat(model.getCan().isLook()).isTrue();
    assertThat(listing.entries().all()).hasSize(1);
    assertThat(listing.getStatus()).isEqualTo("1 bucket");
    assertThat(model.places().buckets()).extracting(Place::words).containsExactly("logs");
  }

  @Test
  void aRefusedSessionIsShownWithItsFindings() {
    access.session = new Outcome.Refused<>(new Refusal("sts", "X", 403, "AccessDenied", "", null));
    connect();

    assertThat(model.connectionProperty().get()).isInstanceOf(Phase.Refused.class);
    assertThat(model.getCan().getConnectWords()).isEqualTo("Connect again");
  }

  @Test
  void aMissingAnswerIsShownAsBroken() {
    access.session = Outcome.broken(Breakage.Kind.UNREACHABLE, "no connection");
    connect();

    assertThat(model.connectionProperty().get()).isInstanceOf(Phase.Broken.class);
  }

  @Test
  void theCountdownSaysInWordsThatTheSessionEndsSoonAndThatItHasEnded() {
    connect();
    ExpiryModel expiry = model.expiry();
    assertThat(expiry.getWords()).isEqualTo("41:00 left");

    now = FakeAccess.END.minusSeconds(247);
    expiry.tick();
    assertThat(expiry.stateProperty().get()).isEqualTo(ExpiryModel.State.SOON);
    assertThat(expiry.getWords()).isEqualTo("ends in 04:07");

    now = FakeAccess.END;
    expiry.tick();
    assertThat(expiry.stateProperty().get()).isEqualTo(ExpiryModel.State.OVER);
    assertThat(expiry.getWords()).isEqualTo("session ended");
  }

  @Test
  void connectingAgainStaysAtThePlace() {
    connect();
    model.open(uri("s3://logs/2026/"));
    background.work();

    model.connect();
    assertThat(model.connectionProperty().get()).isInstanceOf(Phase.Working.class);
    background.work();

    assertThat(model.getCan().isLook()).isTrue();
    assertThat(model.placeProperty().get()).isEqualTo(uri("s3://logs/2026/"));
  }

  @Test
  void pagesAreShownAsTheyCome() {
    access.holds("s3://logs/2026/", List.of(List.of(ONE), List.of(TWO)));
    access.beforePage =
        () -> {
          assertThat(listing.entries().all()).containsExactly(ONE);
          assertThat(listing.getStatus()).isEqualTo("1 object · still listing");
        };
    open("s3://logs/2026/");

    assertThat(listing.entries().all()).containsExactly(ONE, TWO);
    assertThat(listing.getStatus()).isEqualTo("2 objects");
    assertThat(listing.isRunning()).isFalse();
  }

  @Test
  void stoppedInTheMiddleWhatHasComeStays() {
    access.holds("s3://logs/2026/", List.of(List.of(ONE), List.of(TWO)));
    access.beforePage = listing::stop;
    open("s3://logs/2026/");

    assertThat(listing.entries().all()).containsExactly(ONE);
    assertThat(listing.getStatus()).isEqualTo("1 object · stopped");
    assertThat(listing.isRunning()).isFalse();
  }

  @Test
  void whatArrivesOfAPlaceThatWasLeftIsNotShown() {
    access.holds("s3://logs/2026/", List.of(List.of(ONE), List.of(TWO)));
    access.holds("s3://other/", List.of(List.of()));
    access.beforePage = () -> model.open(uri("s3://other/"));
    open("s3://logs/2026/");

    assertThat(listing.entries().all()).isEmpty();
    assertThat(listing.phaseProperty().get())
        .isEqualTo(
            new Phase.Empty<ListingModel>(
                "This bucket is empty", "Upload puts the first object into it."));
  }

  @Test
  void aListingThatIsRefusedHalfWayKeepsWhatHasCome() {
    access.holds("s3://logs/2026/", List.of(List.of(ONE), List.of()));
    refuse("s3://logs/2026/", "Access Denied");
    open("s3://logs/2026/");

    assertThat(listing.entries().all()).containsExactly(ONE);
    assertThat(listing.deniedProperty().get()).isPresent();
    assertThat(listing.getStatus()).isEqualTo("1 object · not all: the listing broke off");
  }

  @Test
  void aRefusedPlaceSaysWhoWasRefusedWhatAndStaysInTheTree() {
    refuse("s3://audit", "Access Denied");
    connect();
    assertThat(model.openTyped("audit")).isTrue();
    background.work();

    assertThat(listing.deniedProperty().get())
        .contains(
            new Denied(
                uri("s3://audit"),
                FakeAccess.SESSION,
                "do:ListObjectsV2",
                "the audit",
                "not said: the answer is only \"Access Denied\""));
    assertThat(listing.phaseProperty().get()).isInstanceOf(Phase.Refused.class);
    assertThat(model.places().buckets()).extracting(Place::words).contains("audit, refused");
  }

  @Test
  void anObjectIsOpenedByItsAddressThoughItsBucketMayNotBeListed() {
    refuse("s3://audit/2026/one.txt", "Access Denied");
    access.contents.put(uri("s3://audit/2026/one.txt"), new byte[] {'a'});
    connect();
    assertThat(model.openTyped("audit/2026/one.txt")).isTrue();
    background.work();

    assertThat(listing.phaseProperty().get()).isInstanceOf(Phase.Refused.class);
    assertThat(model.selectedObject()).contains(object("s3://audit/2026/one.txt", 1));
    assertThat(model.previews().phaseProperty().get()).isInstanceOf(Phase.Ready.class);
  }

  @Test
  void anAddressOfAnObjectThatIsListedShowsHowItBegins() {
    access.holds("s3://logs/2026/one.txt", List.of(List.of(ONE)));
    access.contents.put(ONE.uri(), new byte[] {'a', 'b', 'c'});
    open("s3://logs/2026/one.txt");

    assertThat(model.selectedProperty().get()).contains(ONE);
    assertThat(model.previews().phaseProperty().get()).isInstanceOf(Phase.Ready.class);
  }

  @Test
  void whatIsNoNameOfAnObjectIsSaidAndNotAsked() {
    refuse("s3://audit", "Access Denied");
    open("s3://audit");

    model.named().open("folder/");

    assertThat(model.named().wordsProperty().get()).startsWith("Type the whole name");
    assertThat(model.selectedObject()).isEmpty();
  }

  @Test
  void anObjectThatMayNotBeReadEitherIsSaid() {
    refuse("s3://audit", "Access Denied");
    access.headless = 403;
    open("s3://audit");

    model.named().open("one.txt");
    background.work();

    assertThat(model.named().wordsProperty().get())
        .startsWith("s3://audit/one.txt is not opened. ")
        .contains("asked for do:HeadObject on the audit");
  }

  @Test
  void anUploadUnderANameIntoABucketThatMayNotBeListedAsksForNoListing() {
    refuse("s3://audit", "Access Denied");
    open("s3://audit");

    model.named().upload(Path.of("mine.txt"), "inbox/new.txt");
    background.work();

    assertThat(access.uploads).containsExactly("s3://audit/inbox/new.txt");
    assertThat(listing.phaseProperty().get()).isInstanceOf(Phase.Refused.class);
  }

  @Test
  void aRefusedListOfBucketsIsNormalAndSaysWhatToType() {
    refuse("s3://", "Access Denied");
    connect();

    assertThat(listing.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Empty.class,
            empty -> assertThat(empty.title()).isEqualTo("Type a bucket's address"));
    assertThat(listing.deniedProperty().get().orElseThrow().title()).contains("normal");
    assertThat(model.places().root().stateProperty().get()).isEqualTo(Place.State.REFUSED);
  }

  @Test
  void theFilterLetsLoadedNamesThroughInAnyCase() {
    access.holds("s3://logs/2026/", List.of(List.of(ONE, TWO)));
    open("s3://logs/2026/");

    listing.entries().filterProperty().set("CSV");

    assertThat(listing.entries().shown()).containsExactly(TWO);
    assertThat(listing.getStatus()).isEqualTo("2 objects · 1 match");
  }

  @Test
  void whatIsNoAddressIsSaid() {
    connect();

    assertThat(model.openTyped("gs://bucket/")).isFalse();
    assertThat(model.getProblem())
        .isEqualTo("first opens s3:// only: it leads to another cloud's storage");
    assertThat(model.openTyped("s3://no spaces/")).isFalse();
    assertThat(model.getProblem()).contains("cannot be the name of a bucket");
  }

  @Test
  void oneStepUpEndsAtTheBuckets() {
    open("s3://logs/2026/");
    model.up();
    assertThat(model.placeProperty().get()).isEqualTo(uri("s3://logs/"));
    model.up();
    model.up();
    assertThat(model.placeProperty().get()).isEqualTo(PlacesModel.NOWHERE);
  }

  @Test
  void prefixesGrowTheTree() {
    access.holds("s3://logs/", List.of(List.of(new Entry.Prefix(uri("s3://logs/2026/")))));
    open("s3://logs/");

    Place bucket = model.places().buckets().getFirst();
    assertThat(bucket.below()).extracting(Place::words).containsExactly("2026/");
    assertThat(bucket.stateProperty().get()).isEqualTo(Place.State.SEEN);
  }

  @Test
  void theBeginningOfAnObjectIsReadWhenItIsOpened() {
    access.contents.put(ONE.uri(), "a,ä".getBytes(StandardCharsets.UTF_8));
    open("s3://logs/2026/");
    model.selectedProperty().set(Optional.of(ONE));
    background.work();
    assertThat(model.previews().phaseProperty().get()).isInstanceOf(Phase.Empty.class);

    model.open(ONE);
    background.work();

    assertThat(model.previews().phaseProperty().get())
        .isEqualTo(new Phase.Ready<>(new Preview((Entry.StoredObject) ONE, "a,ä", "as text", 4)));
  }

  @Test
  void anUploadNeverReplacesUnasked() {
    open("s3://logs/2026/");
    Path file = Path.of("one.txt");
    model.upload(file);
    background.work();
    assertThat(access.uploads).containsExactly("s3://logs/2026/one.txt");
    assertThat(model.transfers().stateProperty().get())
        .isEqualTo(new Transfer.Done("Uploaded to s3://logs/2026/one.txt, 5 B"));

    model.upload(file);
    background.work();
    assertThat(access.uploads).hasSize(1);
    assertThat(model.transfers().stateProperty().get())
        .isEqualTo(
            new Transfer.Question(
                "s3://logs/2026/one.txt is there already", "Replace it", "Keep it"));

    model.transfers().goAhead();
    background.work();
    assertThat(access.uploads).hasSize(2);
  }

  @Test
  void aFailedDownloadSaysWhy() {
    open("s3://logs/2026/");
    model.selectedProperty().set(Optional.of(ONE));
    model.download(Path.of("."));
    background.work();

    assertThat(model.transfers().stateProperty().get()).isInstanceOf(Transfer.Failed.class);
  }

  @Test
  void hostileNamesAreDownloadedIntoTheChosenFolderOnly(@TempDir Path above) throws IOException {
    Path folder = Files.createDirectory(above.resolve("chosen"));
    open("s3://logs/");
    for (String name : List.of("..", "../../up", "/etc/x", "a\nb\u202Egpj.exe", "C:\\x", "..\\y")) {
      Entry.StoredObject hostile = object("s3://logs/dir/" + name, 1);
      access.contents.put(hostile.uri(), new byte[] {1});
      model.selectedProperty().set(Optional.of(hostile));
      model.download(folder);
      background.work();
      assertThat(model.transfers().stateProperty().get())
          .as(name)
          .isInstanceOf(Transfer.Done.class);
    }

    try (Stream<Path> files = Files.walk(above)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSize(6)
          .allMatch(file -> folder.equals(file.getParent()));
    }
  }

  @Test
  void aDownloadAsksBeforeItReplacesAFile(@TempDir Path folder) throws IOException {
    access.contents.put(ONE.uri(), "new".getBytes(StandardCharsets.UTF_8));
    Path file = Files.writeString(folder.resolve("one.txt"), "mine");
    open("s3://logs/2026/");
    model.selectedProperty().set(Optional.of(ONE));

    model.download(folder);
    background.work();
    assertThat(model.transfers().stateProperty().get()).isInstanceOf(Transfer.Question.class);
    model.transfers().dismiss();
    assertThat(file).hasContent("mine");

    model.download(folder);
    background.work();
    model.transfers().goAhead();
    background.work();
    assertThat(file).hasContent("new");
  }

  @Test
  void keysThatMaySeeNothingAreNoReasonToReplaceUnasked() {
    access.headless = 403;
    open("s3://logs/2026/");
    model.upload(Path.of("one.txt"));
    background.work();

    assertThat(access.uploads).isEmpty();
    assertThat(model.transfers().stateProperty().get())
        .isInstanceOfSatisfying(
            Transfer.Question.class,
            question -> assertThat(question.words()).contains("may not see whether"));
  }

  @Test
  void anUploadGoesWhereItWasBegunThoughTheUserHasGoneOn() {
    access.contents.put(uri("s3://logs/2026/one.txt"), new byte[1]);
    open("s3://logs/2026/");
    model.upload(Path.of("one.txt"));
    background.work();
    model.open(uri("s3://other/"));
    background.work();

    model.transfers().goAhead();
    background.work();

    assertThat(access.uploads).containsExactly("s3://logs/2026/one.txt");
    assertThat(model.placeProperty().get()).isEqualTo(uri("s3://other/"));
  }

  @Test
  void theSameIsCopiedAsACommand() {
    open("s3://logs/2026/");
    assertThat(model.copying().command()).contains("list s3://logs/2026/");

    model.selectedProperty().set(Optional.of(ONE));
    assertThat(model.copying().command()).contains("fetch s3://logs/2026/one.txt");
  }

  @Test
  void whatIsLeftIsClosed() {
    connect();
    model.connect();
    background.work();
    assertThat(access.closed).isEqualTo(1);

    model.disconnect();
    background.work();
    assertThat(access.closed).isEqualTo(2);
  }

  @Test
  void aCancelledWayToTheKeysKeepsThePlaceForAnotherTry() {
    open("s3://logs/2026/");
    model.connect();
    model.connectingCancelled();
    background.work();
    assertThat(model.getCan().isLook()).isFalse();
    assertThat(model.getCan().getConnectWords()).isEqualTo("Connect again");

    model.connect();
    background.work();
    assertThat(model.placeProperty().get()).isEqualTo(uri("s3://logs/2026/"));
  }

  @Test
  void aCancelledTransferEndsAsCancelled() {
    open("s3://logs/2026/");
    model.upload(Path.of("one.txt"));
    model.transfers().cancel();
    background.work();

    assertThat(access.uploads).isEmpty();
    assertThat(model.transfers().stateProperty().get()).isInstanceOf(Transfer.Cancelled.class);
  }

  @Test
  void anotherRouteForgetsWhatWasSeen() {
    open("s3://logs/2026/");
    model.choice().chosenProperty().set(Optional.of(access.routes.getLast()));

    assertThat(model.getCan().isLook()).isFalse();
    assertThat(model.places().buckets()).isEmpty();
    assertThat(model.placeProperty().get()).isEqualTo(PlacesModel.NOWHERE);
  }

  private void connect() {
    model.shown();
    background.work();
    model.connect();
    background.work();
  }

  private void open(String at) {
    connect();
    model.open(uri(at));
    background.work();
  }

  private void refuse(String at, String text) {
    access.refusals.put(
        uri(at), new Refusal("s3", "ListObjectsV2", 403, "AccessDenied", text, "ID"));
  }
}
