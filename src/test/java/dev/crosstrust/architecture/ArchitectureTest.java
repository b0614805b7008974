package dev.crosstrust.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The rules of the map, each with its reason. */
@AnalyzeClasses(packages = "dev.crosstrust", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.crosstrust";

  /** Which packages each package may import, besides its own sub-packages. */
  private static final Map<String, List<String>> MAY_IMPORT = new LinkedHashMap<>();

  static {
    MAY_IMPORT.put("secret", List.of());
    MAY_IMPORT.put("finding", List.of());
    MAY_IMPORT.put("evidence", List.of("secret", "credential"));
    MAY_IMPORT.put("credential", List.of("secret"));
    MAY_IMPORT.put("identity", List.of("secret", "finding", "evidence"));
    MAY_IMPORT.put("token", List.of("secret", "finding", "evidence"));
    MAY_IMPORT.put(
        "exchange", List.of("identity", "token", "credential", "evidence", "secret", "finding"));
    MAY_IMPORT.put("denial", List.of("finding"));
    MAY_IMPORT.put("trust", List.of("token", "finding"));
    MAY_IMPORT.put("inspect", List.of("identity", "credential", "trust", "evidence", "secret"));
    MAY_IMPORT.put("storage", List.of("credential", "denial", "evidence", "secret"));
    List<String> values =
        List.of(
            "secret",
            "finding",
            "evidence",
            "credential",
            "identity",
            "token",
            "exchange",
            "denial",
            "trust",
            "inspect",
            "storage",
            "check");
    MAY_IMPORT.put(
        "check",
        List.of(
            "secret",
            "finding",
            "evidence",
            "credential",
            "identity",
            "token",
            "exchange",
            "trust",
            "inspect"));
    MAY_IMPORT.put("diagnosis", values);
    MAY_IMPORT.put("route", plus(values, "diagnosis"));
    MAY_IMPORT.put("setup", plus(values, "diagnosis", "route"));
    MAY_IMPORT.put("surroundings", List.of("identity", "evidence", "route"));
    MAY_IMPORT.put("sandbox", List.of());
    MAY_IMPORT.put("command", plus(values, "diagnosis", "route", "setup", "surroundings"));
    MAY_IMPORT.put("ui", plus(values, "diagnosis", "route", "setup", "surroundings"));
  }

  private static List<String> plus(List<String> some, String... more) {
    List<String> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }

  @ArchTest
  static void importsObeyTheMap(JavaClasses all) {
    MAY_IMPORT.forEach(
        (name, allowed) -> {
          List<String> packages = new ArrayList<>();
          packages.add(ROOT + "." + name + "..");
          allowed.forEach(other -> packages.add(ROOT + "." + other + ".."));
          noClasses()
              .that()
              .resideInAPackage(ROOT + "." + name + "..")
              .should()
              .dependOnClassesThat(
                  resideInAPackage(ROOT + "..")
                      .and(not(resideInAnyPackage(packages.toArray(String[]::new)))))
              .because("the map says that %s imports %s only".formatted(name, allowed))
              .allowEmptyShould(true)
              .check(all);
        });
  }

  @ArchTest
  static void everyPackageIsOnTheMap(JavaClasses all) {
    classes()
        .that()
        .resideInAPackage(ROOT + "..")
        .should()
        .resideInAnyPackage(
            MAY_IMPORT.keySet().stream()
                .map(name -> ROOT + "." + name + "..")
                .toList()
                .toArray(new String[0]))
        .orShould()
        .resideInAPackage(ROOT)
        .because("a newcomer must be able to draw the map after five minutes")
        .check(all);
  }

  @ArchTest
  static final ArchRule noCycles =
      slices()
          .matching(ROOT + ".(**)")
          .should()
          .beFreeOfCycles()
          .because("what imports itself in a circle cannot be understood one piece at a time");

  @ArchTest
  static final ArchRule theTwoExchangesDoNotKnowEachOther =
      slices()
          .matching(ROOT + ".exchange.(*)..")
          .should()
          .notDependOnEachOther()
          .because("the route passes the subject token as a value");

  @ArchTest
  static final ArchRule theAnswersOfTheTwoCloudsAreReadApart =
      slices()
          .matching(ROOT + ".diagnosis.(aws|google)..")
          .should()
          .notDependOnEachOther()
          .because("an answer is of one cloud; the order of all rules stands in Diagnosis alone");

  @ArchTest
  static final ArchRule commandsDoNotKnowEachOther =
      slices()
          .matching(ROOT + ".command.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(alwaysTrue(), resideInAPackage(ROOT + ".command.kit.."))
          .because("what two commands share is in their kit");

  @ArchTest
  static final ArchRule aRouteIsData =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".route")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".route.*..")
          .because("what walks, saves or proposes a route sees it, and it sees none of them");

  @ArchTest
  static final ArchRule awsTypesStayInAwsPackages =
      noClasses()
          .that()
          .resideOutsideOfPackages("..aws..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..")
          .because("SDK types leak secrets when printed and must not cross a package border");

  @ArchTest
  static final ArchRule googleTypesStayInGooglePackages =
      noClasses()
          .that()
          .resideOutsideOfPackages("..google..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.google.auth..", "com.google.cloud..", "com.google.api..", "dev.cel..")
          .because("SDK types must not cross a package border");

  @ArchTest
  static final ArchRule cryptographyOfTokensIsInTwoPlaces =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".token..", ROOT + ".sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.nimbusds..")
          .because("one package reads tokens, and the sandbox makes them");

  @ArchTest
  static final ArchRule theScreenBelongsToTheWindows =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".ui..")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + ".Wiring")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..")
          .because("the same values serve the command line, which has no screen");

  @ArchTest
  static final ArchRule modelsKnowNoSceneGraph =
      noClasses()
          .that()
          .haveSimpleNameEndingWith("Model")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javafx.scene..", "javafx.fxml..", "javafx.stage..", "javafx.application..")
          .because("models are tested on a plain JVM");

  @ArchTest
  static final ArchRule oneJsonLibrary =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.google.gson..", "com.fasterxml.jackson.databind..", "org.json..")
          .because("JSON and YAML are read and written by Jackson 3 everywhere");

  @ArchTest
  static final ArchRule standardStreamsBelongToTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".command..")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + ".Main")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .orShould()
          .accessField(System.class, "in")
          .because("a window has no standard streams, and what is printed there is not checked");

  @ArchTest
  static final ArchRule noMutableStatics =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("tests and sandboxes run side by side in one process");

  @ArchTest
  static final ArchRule theMachineIsAskedInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .because("environment and home are values (identity.Machine): the sandbox has its own");

  @ArchTest
  static final ArchRule theClockIsGiven =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT)
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Instant.class, "now")
          .because("a clock of another cloud may be 20 minutes away, and tests need their own");

  @ArchTest
  static final ArchRule threadsHaveOwners =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              ROOT,
              ROOT + ".sandbox",
              ROOT + ".sandbox.wire..",
              ROOT + ".exchange",
              ROOT + ".ui.task..")
          .and()
          .doNotHaveFullyQualifiedName(ROOT + ".command.kit.Alarm")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Executor.class)
          .orShould()
          .callMethod(Thread.class, "ofVirtual")
          .orShould()
          .callMethod(Thread.class, "ofPlatform")
          .orShould()
          .callMethod(Thread.class, "startVirtualThread", Runnable.class)
          .because(
              "a thread that nobody owns is never ended; an alarm's ends when it is called off,"
                  + " and the command that set it sees to that");
}
