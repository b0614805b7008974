package dev.crosstrust.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.HelpPage;
import dev.crosstrust.finding.HelpPages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids are public: each is raised by the code, shown by a test, and none comes unlisted. */
class FindingIdsTest {
  /** Made of two words in the code. */
  private static final Set<String> MADE_OF_PARTS =
      Set.of("token.audience-differs", "token.issuer-differs", "token.subject-differs");

  /** What is about this program alone is shown where it happens, by its sentence. */
  private static final Pattern OURS = Pattern.compile("(?:check|local|route|sandbox|token)\\..*");

  /** Found by the trust check, whose tests ask for its reports. */
  private static final Set<String> OF_THE_TRUST_CHECK =
      Set.of(
          "aws.provider-url-mismatch",
          "aws.trust-action-wrong",
          "aws.trust-explicit-deny",
          "aws.trust-forallvalues-open",
          "aws.trust-nothing-allowed",
          "aws.trust-principal-wrong",
          "fossil.sts-googleapis-provider");

  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z0-9]+\\.[a-z0-9]+(?:-[a-z0-9]+)*)\"");
  private static final Pattern WORD = Pattern.compile("[a-z0-9]+\\.[a-z0-9]+(?:-[a-z0-9]+)*");

  /** Where a finding is made, the id is the first thing that is said. */
  private static final Pattern MADE =
      Pattern.compile(
          "(?:Finding\\s*\\.(?:error|warning|info)|\\b(?:error|finding|refused|wrong))"
              + "\\(\\s*\"([a-z0-9]+\\.[a-z0-9-]+)\"");

  @Test
  void everyIdIsRaised() throws IOException {
    Set<String> listed = listed();
    listed.removeAll(MADE_OF_PARTS);

    assertThat(found(LITERAL, "src/main/java")).containsAll(listed);
  }

  @Test
  void noIdIsRaisedThatIsNotListed() throws IOException {
    Set<String> listed = HelpPages.all().stream().map(HelpPage::id).collect(Collectors.toSet());

    assertThat(listed).containsAll(found(MADE, "src/main/java"));
  }

  @Test
  void everyIdIsShownByATest() throws IOException {
    Set<String> shown = new TreeSet<>();
    for (String text : texts("src/test", List.of("FindingIdsTest.java", "HelpPagesTest.java"))) {
      WORD.matcher(text).results().forEach(match -> shown.add(match.group()));
    }

    Set<String> listed = listed();
    listed.removeIf(id -> OURS.matcher(id).matches() || OF_THE_TRUST_CHECK.contains(id));

    assertThat(shown).containsAll(listed);
  }

  private static Set<String> listed() {
    return HelpPages.all().stream()
        .map(HelpPage::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> found(Pattern pattern, String folder) throws IOException {
    Set<String> found = new TreeSet<>();
    for (String text : texts(folder, List.of())) {
      pattern.matcher(text).results().forEach(match -> found.add(match.group(1)));
    }
    return found;
  }

  private static List<String> texts(String folder, List<String> without) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|yaml)"))
          .filter(file -> !without.contains(file.getFileName().toString()))
          .map(FindingIdsTest::text)
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
