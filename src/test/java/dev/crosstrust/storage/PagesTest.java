package dev.crosstrust.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class PagesTest {
  private final List<String> asked = new ArrayList<>();

  private Pages<String> pages(List<Outcome<Page<String>>> answers) {
    return new Pages<>(
        token -> {
          asked.add(String.valueOf(token));
          return answers.get(asked.size() - 1);
        });
  }

  private static Outcome<Page<String>> page(String item, String next) {
    return Outcome.done(new Page<>(List.of(item), next));
  }

  @Test
  void aPageIsAskedForWhenItIsWanted() {
    Pages<String> pages = pages(List.of(page("a", "1"), page("b", null)));
    assertThat(asked).isEmpty();
    assertThat(pages.next()).isEqualTo(page("a", "1"));
    assertThat(pages.hasNext()).isTrue();
    assertThat(asked).containsExactly("null");
    assertThat(pages.next()).isEqualTo(page("b", null));
    assertThat(asked).containsExactly("null", "1");
    assertThat(pages.hasNext()).isFalse();
    assertThatThrownBy(pages::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aBreakageIsTheLast() {
    Outcome<Page<String>> broken = Outcome.broken(Kind.UNREACHABLE, "gone");
    Pages<String> pages = pages(List.of(page("a", "1"), broken));
    pages.next();
    assertThat(pages.next()).isEqualTo(broken);
    assertThat(pages.hasNext()).isFalse();
  }

  @Test
  void aServerThatRepeatsItsTokenIsNotFollowedForEver() {
    Pages<String> pages = pages(List.of(page("a", "1"), page("b", "1")));
    pages.next();
    assertThat(pages.next()).isInstanceOf(Broken.class);
    assertThat(pages.hasNext()).isFalse();
  }
}
