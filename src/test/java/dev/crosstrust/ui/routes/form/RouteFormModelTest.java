package dev.crosstrust.ui.routes.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Origins;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.GoogleToAws;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteKey;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.Homes;
import dev.crosstrust.ui.PlainBackground;
import dev.crosstrust.ui.kit.Question;
import dev.crosstrust.ui.task.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a plain JVM: no toolkit is started here. */
class RouteFormModelTest {
  private static final String ROLE = "arn:aws:iam::111122223333:role/Reader";

  @TempDir private Path home;
  private final List<String> saved = new ArrayList<>();
  private RouteFormModel form;

  @BeforeEach
  void open() throws IOException {
    Homes.furnish(home);
    Homes.write(
        home.resolve(".aws/config"),
        """
        [profile reader]
        role_arn = %s
        web_identity_token_file = token
        region = eu-west-1
        """
            .formatted(ROLE));
    form =
        new RouteFormModel(
            new PlainBackground(),
            () ->
                new Surroundings(new Machine(Map.of(), home), Origins.REAL, InstantSource.system()),
            saved::add);
  }

  @Test
  void aNewRouteIsFilledAndCanBeSavedAsItIs() throws IOException {
    form.openNew();
    assertThat(draft().reasonProperty().get()).isEmpty();
    assertThat(draft().preview()).startsWith("name: robot-to-aws\n").contains("role: " + ROLE);
    form.save();
    assertThat(saved).containsExactly("robot-to-aws");
    assertThat(form.isOpen()).isFalse();
    assertThat(store().load("robot-to-aws")).isInstanceOf(Loaded.Good.class);
  }

  @Test
  void aFieldIsNotWrongBeforeSomebodyHasBeenThere() {
    form.openNew();
    FieldModel name = draft().field(RouteKey.NAME);
    FieldModel session = draft().field(RouteKey.SESSION);
    name.textProperty().set("No Name");
    assertThat(name.problemProperty().get()).contains("is not a name");
    assertThat(draft().reasonProperty().get()).isEqualTo(name.problemProperty().get());
    assertThat(draft().preview()).isEmpty();
    assertThat(session.problemProperty().get()).isEmpty();
    name.textProperty().set("a-name");
    assertThat(name.problemProperty().get()).isEmpty();
  }

  @Test
  void whatIsMissingIsSaidAtItsPlaceOnceOneGoesOn() {
    form.openNew();
    draft().addStep();
    StepModel step = draft().steps().getLast();
    step.operationProperty().set(Operation.GET_OBJECT);
    assertThat(draft().reasonProperty().get()).contains("s3.GetObject needs a target");
    assertThat(step.problemProperty().get()).isEmpty();
    step.left();
    assertThat(step.problemProperty().get()).contains("s3.GetObject needs a target");
    draft().removeStep(step);
    assertThat(draft().reasonProperty().get()).isEmpty();
  }

  @Test
  void whatFollowsFromARoleIsFilledUntilSomebodyWritesThere() {
    form.openNew();
    FieldModel account = draft().field(RouteKey.AWS_ACCOUNT);
    FieldModel role = draft().field(RouteKey.ROLE);
    assertThat(account.text()).isEqualTo("111122223333");
    role.textProperty().set("arn:aws:iam::444455556666:role/Other");
    assertThat(account.text()).isEqualTo("444455556666");
    account.textProperty().set("");
    role.textProperty().set(ROLE);
    assertThat(account.text()).isEmpty();
  }

  @Test
  void theNameOfAnIdentityFollowsIt() {
    form.openNew();
    draft().field(RouteKey.IDENTITY).textProperty().set("gcloud:work");
    assertThat(draft().field(RouteKey.NAME).text()).isEqualTo("work-to-aws");
    assertThat(draft().identities()).contains("gcloud:robot", "gcloud:work");
  }

  @Test
  void anotherRouteIsReplacedOnASecondWordOnly() throws IOException {
    form.openNew();
    form.save();
    form.openNew();
    draft().field(RouteKey.NAME).textProperty().set("robot-to-aws");
    draft().field(RouteKey.REGION).textProperty().set("eu-north-1");
    assertThat(draft().takenProperty().get()).contains("saved already");
    form.save();
    assertThat(question().text()).contains("robot-to-aws.yaml is there already");
    assertThat(region("robot-to-aws")).isEqualTo("eu-west-1");
    question().answers().getFirst().run().run();
    assertThat(region("robot-to-aws")).isEqualTo("eu-north-1");
  }

  @Test
  void aRouteThatCameInTheMeantimeIsAskedAboutToo() throws IOException {
    form.openNew();
    Homes.write(store().fileOf("robot-to-aws"), "name: somebody-else");
    form.save();
    assertThat(question().text()).contains("is there already");
    assertThat(store().fileOf("robot-to-aws")).hasContent("name: somebody-else");
  }

  @Test
  void aRenamedRouteLeavesNoFileBehind() throws IOException {
    GoogleToAws route = savedRoute();
    form.openSaved(route, store().fileOf(route.name()));
    assertThat(form.getTitle()).isEqualTo("Edit robot-to-aws");
    assertThat(draft().takenProperty().get()).isEmpty();
    draft().field(RouteKey.NAME).textProperty().set("renamed");
    form.save();
    assertThat(saved).endsWith("renamed");
    assertThat(store().list()).hasSize(1);
  }

  @Test
  void goingAwayAsksOnlyWhenSomethingWouldBeLost() {
    form.openNew();
    form.close();
    assertThat(form.isOpen()).isFalse();
    form.openNew();
    draft().field(RouteKey.NAME).textProperty().set("other");
    form.close();
    assertThat(form.isOpen()).isTrue();
    assertThat(question().text()).contains("not saved");
    question().answers().getFirst().run().run();
    assertThat(form.isOpen()).isFalse();
  }

  @Test
  void aFolderThatCannotBeWrittenLosesNothing() throws IOException {
    Homes.write(home.resolve(".config/crosstrust"), "a file in the way");
    form.openNew();
    form.save();
    assertThat(form.isOpen()).isTrue();
    assertThat(form.saving().troubleProperty().get())
        .hasValueSatisfying(
            finding ->
                assertThat(finding.because().toString())
                    .contains("robot-to-aws.yaml cannot be written"));
    Files.delete(home.resolve(".config/crosstrust"));
    form.save();
    assertThat(saved).containsExactly("robot-to-aws");
  }

  @Test
  void withoutAnIdentityItSaysWhatToDo() throws IOException {
    home = Files.createDirectory(home.resolve("nobody"));
    form.openNew();
    assertThat(form.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Empty.class, empty -> assertThat(empty.hint()).contains("gcloud auth login"));
  }

  @Test
  void anImportedProfileIsShownBeforeItIsSaved() {
    importer().read(home.resolve(".aws/config"));
    assertThat(form.getTitle()).isEqualTo("New route from config");
    assertThat(form.notes()).isNotEmpty();
    assertThat(draft().field(RouteKey.ROLE).text()).isEqualTo(ROLE);
    assertThat(draft().field(RouteKey.AWS_ACCOUNT).text()).isEqualTo("111122223333");
    assertThat(store().folder()).doesNotExist();
  }

  @Test
  void ofSeveralProfilesOneIsChosen() throws IOException {
    Files.writeString(
        home.resolve(".aws/config"),
        Files.readString(home.resolve(".aws/config"))
            + Files.readString(home.resolve(".aws/config")).replace("reader", "writer"));
    importer().read(home.resolve(".aws/config"));
    assertThat(question().answers())
        .extracting(Question.Answer::words)
        .containsExactly("reader", "writer", "None of them");
    question().answers().get(1).run().run();
    assertThat(draft().field(RouteKey.NAME).text()).isEqualTo("writer");
  }

  @Test
  void aFileThatMakesNoRouteIsToldWhy() {
    importer().read(home.resolve("missing"));
    assertThat(question().text()).contains("missing: there is no such file");
    assertThat(form.isOpen()).isFalse();
  }

  private ImportModel importer() {
    return new ImportModel(
        new PlainBackground(), form, it -> form.questionProperty().set(Optional.of(it)));
  }

  private GoogleToAws savedRoute() {
    form.openNew();
    form.save();
    return (GoogleToAws) ((Loaded.Good) store().load("robot-to-aws")).route();
  }

  private String region(String name) {
    return ((GoogleToAws) ((Loaded.Good) store().load(name)).route()).aws().region();
  }

  private DraftModel draft() {
    return ((Phase.Ready<DraftModel>) form.phaseProperty().get()).value();
  }

  private Question question() {
    return form.questionProperty().get().orElseThrow();
  }

  private RouteStore store() {
    return new RouteStore(home.resolve(".config/crosstrust/routes"));
  }
}
