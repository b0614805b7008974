package dev.crosstrust.ui.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.evidence.Leg;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.route.Direction;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.file.Loaded;
import dev.crosstrust.route.file.RouteReader;
import dev.crosstrust.route.file.RouteStore;
import dev.crosstrust.route.road.Prediction;
import dev.crosstrust.route.run.RouteRunner;
import dev.crosstrust.route.run.Run;
import dev.crosstrust.surroundings.Surroundings;
import dev.crosstrust.ui.kit.Flow;
import dev.crosstrust.ui.kit.Flow.Arrow;
import dev.crosstrust.ui.kit.Flow.State;
import dev.crosstrust.ui.kit.Question;
import dev.crosstrust.ui.routes.setup.AdminsModel;
import dev.crosstrust.ui.task.Background;
import dev.crosstrust.ui.task.Job;
import dev.crosstrust.ui.task.Phase;
import dev.crosstrust.ui.task.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a plain JVM: no toolkit is started here. */
class RoutesModelTest {
  private static final String ROUTE =
      """
      name: %s
      direction: google-to-aws
      identity: gcloud:nobody
      audience: sts.amazonaws.com
      aws:
        region: eu-west-1
        role: arn:aws:iam::111122223333:role/Reader
      steps:
        - {do: s3.ListBuckets, expect: allowed}
        - {do: iam.ListRoles, expect: denied}
        - {do: s3.ListObjects, target: s3://some-bucket}
      """;

  private static final Prediction NOTHING_FORETOLD =
      (_, _) -> Outcome.broken(Kind.UNREACHABLE, "nobody asks");

  @TempDir private Path home;
  private Instant now = Instant.parse("2026-11-21T10:00:00Z");
  private final InstantSource clock = () -> now;

  @Test
  void withoutRoutesItSaysHowToMakeOne() {
    assertThat(read().phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Empty.class,
            empty ->
                assertThat(empty.hint()).contains("web_identity_token_file", folder().toString()));
  }

  @Test
  void aFileThatIsNoRouteIsListedAndSaysWhy() throws IOException {
    save("good");
    Files.writeString(folder().resolve("bad.yaml"), "name: bad\nsteps: 3\n");
    RoutesModel model = read();
    assertThat(model.routes()).extracting(RoutesModel::name).containsExactly("bad.yaml", "good");
    assertThat(model.phaseProperty().get())
        .isInstanceOfSatisfying(
            Phase.Broken.class,
            broken -> assertThat(broken.findings().toString()).contains("bad.yaml:1:1: direction"));
  }

  @Test
  void aRouteThatHasJustBeenWrittenIsTheOneLookedAt() throws IOException {
    save("first");
    RoutesModel model = read();
    save("second");
    model.choose("second");
    assertThat(model.current().route().name()).isEqualTo("second");
  }

  @Test
  void aFileIsDeletedOnlyWhenThatIsAnswered() throws IOException {
    save("good");
    Files.writeString(folder().resolve("bad.yaml"), "name: bad");
    RoutesModel model = read();
    model.delete();
    Question question = model.questionProperty().get().orElseThrow();
    assertThat(question.text()).contains(folder().resolve("bad.yaml").toString());
    question.answers().getLast().run().run();
    assertThat(folder().resolve("bad.yaml")).exists();
    question.answers().getFirst().run().run();
    assertThat(folder().resolve("bad.yaml")).doesNotExist();
    assertThat(model.current().route().name()).isEqualTo("good");
  }

  @Test
  void readingAnewKeepsTheChosenRouteAndItsRun() throws IOException {
    save("first");
    save("second");
    RoutesModel model = read();
    model.chosenProperty().set(model.routes().getLast());
    RunModel second = model.current();
    model.read();
    assertThat(model.current()).isSameAs(second);
    assertThat(second.route().name()).isEqualTo("second");
  }

  @Test
  void beforeARunThePlannedRoadIsDrawn() throws IOException {
    save("planned");
    Flow flow = read().current().flowProperty().get();
    assertThat(flow.columns().getLast())
        .extracting(Flow.Actor::title)
        .containsExactly("Amazon S3", "AWS IAM");
    assertThat(flow.arrows())
        .extracting(Arrow::caption)
        .containsExactly(
            "ID token", "temporary credentials", "ListBuckets", "ListObjects", "ListRoles");
    assertThat(flow.arrows()).extracting(Arrow::state).containsOnly(State.WAITING);
  }

  @Test
  void whatStopsARunBeforeItsFirstCallIsShownThere() throws IOException {
    save("stopped");
    RunModel run = read().current();
    run.start();
    assertThat(run.isRunning()).isFalse();
    assertThat(run.findings()).singleElement().extracting("id").isEqualTo("local.unusable");
    assertThat(run.flowProperty().get().arrows().findFirst())
        .hasValueSatisfying(arrow -> assertThat(arrow.state()).isEqualTo(State.FAILED));
    now = now.plusSeconds(12);
    run.tick();
    assertThat(run.getWhen()).isEqualTo("last run 12 s ago · 0 ms");
  }

  @Test
  void whatIsForetoldIsShownBeforeARun() {
    LocalCheck foretold = new LocalCheck.NotMade(List.of("Trust policy not read"));
    RunModel run = foretelling(Outcome.done(foretold));

    run.predict();

    assertThat(run.predictingProperty().get()).isFalse();
    assertThat(run.getWhen()).isEqualTo("predicted, not run");
    assertThat(run.run()).isNull();
    assertThat(run.check().phaseProperty().get())
        .isEqualTo(
            new Phase.Empty<LocalCheck>("There is nothing to judge by", "Trust policy not read"));
  }

  @Test
  void withoutATokenThereIsNothingToForetell() {
    RunModel run = foretelling(Outcome.broken(Kind.UNREACHABLE, "nobody answers"));

    run.predict();

    assertThat(run.predictingProperty().get()).isFalse();
    assertThat(run.check().phaseProperty().get()).isInstanceOf(Phase.Broken.class);
  }

  @Test
  void whileItIsBeingForetoldNothingIsRunUntilItIsCancelled() {
    Later background = new Later();
    RunModel run =
        new RunModel(
            background,
            (_, _) -> {
              throw new AssertionError("nothing is to be run");
            },
            NOTHING_FORETOLD,
            clock,
            route());
    run.predict();
    run.start();
    assertThat(run.isRunning()).isFalse();
    assertThat(run.check().phaseProperty().get()).isInstanceOf(Phase.Working.class);
    now = now.plusMillis(2500);
    run.tick();
    assertThat(run.getWhen()).isEqualTo("predicting · 2.5 s");

    run.cancel();

    assertThat(run.predictingProperty().get()).isFalse();
    assertThat(run.check().isIdle()).isTrue();
  }

  @Test
  void afterARefusalNothingIsAskedAnyMoreWhileItIsBeingJudged() {
    Later background = new Later();
    List<Phase<LocalCheck>> seen = new ArrayList<>();
    List<State> drawn = new ArrayList<>();
    AtomicReference<RunModel> model = new AtomicReference<>();
    Consumer<Run> look =
        _ -> {
          seen.add(model.get().check().phaseProperty().get());
          drawn.add(model.get().flowProperty().get().arrows().toList().get(2).state());
        };
    model.set(
        new RunModel(
            background,
            (_, listener) -> {
              for (Run.State state : List.of(Run.State.RUNNING, Run.State.CHECKING)) {
                listener.andThen(look).accept(refused(state));
              }
              return refused(Run.State.REFUSED);
            },
            NOTHING_FORETOLD,
            clock,
            route()));

    model.get().start();
    background.work.run();

    assertThat(seen.getFirst())
        .isInstanceOfSatisfying(
            Phase.Empty.class,
            empty -> assertThat(empty.title()).isEqualTo("Judged at the end of the run"));
    assertThat(seen.getLast())
        .isInstanceOfSatisfying(
            Phase.Working.class,
            working ->
                assertThat(working.words())
                    .isEqualTo("Reading what the other side takes, to judge the token by it"));
    assertThat(drawn.getLast()).isEqualTo(State.WAITING);
    assertThat(model.get().check().isIdle()).as("none was made").isTrue();
  }

  private static Run refused(Run.State state) {
    List<Leg> legs =
        List.of(Legs.leg("token", Leg.Result.DONE), Legs.leg("exchange", Leg.Result.REFUSED));
    return new Run("any", Direction.GOOGLE_TO_AWS, state, legs, null, null, null, null, List.of());
  }

  private RunModel foretelling(Outcome<LocalCheck> outcome) {
    return new RunModel(
        new Inline(),
        (_, _) -> {
          throw new AssertionError("nothing is to be run");
        },
        (_, _) -> outcome,
        clock,
        route());
  }

  @Test
  void workThatFailsUnforeseenIsSaid() {
    RunModel run =
        new RunModel(
            new Inline(),
            (_, _) -> {
              throw new IllegalStateException("no luck");
            },
            NOTHING_FORETOLD,
            clock,
            route());
    run.start();
    assertThat(run.isRunning()).isFalse();
    assertThat(run.findings().getFirst().because()).containsExactly("no luck");
  }

  @Test
  void aRunThatIsCancelledKeepsWhatItHas() {
    Later background = new Later();
    RunModel run =
        new RunModel(
            background,
            (road, listener) ->
                new RouteRunner(
                        _ -> new Interrupted(),
                        _ -> {
                          throw new AssertionError("the route leads to AWS");
                        },
                        clock)
                    .run(road, listener),
            NOTHING_FORETOLD,
            clock,
            route());
    run.start();
    now = now.plusMillis(1500);
    run.tick();
    assertThat(run.getWhen()).isEqualTo("running · 1.5 s");
    run.cancel();
    assertThat(run.getWhen()).isEqualTo("cancelling · 1.5 s");
    background.work.run();
    assertThat(run.isRunning()).isFalse();
    assertThat(run.getResult()).isEqualTo("What had been asked until then is kept.");
    assertThat(run.flowProperty().get().arrows().findFirst())
        .hasValueSatisfying(arrow -> assertThat(arrow.state()).isEqualTo(State.CANCELLED));
  }

  private RoutesModel read() {
    RoutesModel model =
        new RoutesModel(
            new Inline(),
            () -> new Surroundings(new Machine(Map.of(), home), Origins.REAL, clock),
            new AdminsModel(
                new SimpleObjectProperty<Phase<List<Identity>>>(new Phase.Empty<>("", ""))),
            () -> true);
    model.read();
    return model;
  }

  private Path folder() {
    return new Surroundings(new Machine(Map.of(), home), Origins.REAL, clock).routes();
  }

  private void save(String name) throws IOException {
    Loaded loaded = RouteReader.read(ROUTE.formatted(name), "test");
    new RouteStore(folder()).save(((Loaded.Good) loaded).route());
  }

  private static Route route() {
    return ((Loaded.Good) RouteReader.read(ROUTE.formatted("any"), "test")).route();
  }

  /** Does all at once. */
  private static class Inline implements Background {
    @Override
    public <T> Job begin(Work<T> work, Consumer<? super T> done, Consumer<String> failed) {
      try {
        done.accept(work.make());
      } catch (IOException | IllegalStateException e) {
        failed.accept(e.getMessage());
      }
      return new Begun();
    }

    @Override
    public void toScreen(Runnable change) {
      change.run();
    }
  }

  /** Does it when the test says so; as after cancelling, without consequences. */
  private static final class Later extends Inline {
    private Runnable work = () -> {};

    @Override
    public <T> Job begin(Work<T> begun, Consumer<? super T> done, Consumer<String> failed) {
      work = () -> super.begin(begun, _ -> {}, _ -> {});
      return new Begun();
    }
  }

  private static final class Begun implements Job {
    @Override
    public void cancel() {}

    @Override
    public Duration elapsed() {
      return Duration.ZERO;
    }
  }
}
