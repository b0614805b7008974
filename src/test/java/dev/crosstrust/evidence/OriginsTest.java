package dev.crosstrust.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
  private final Origins origins =
      new Origins(Map.of("https://accounts.google.com", URI.create("http://127.0.0.1:4001")));

  @Test
  void anOriginOfTheTableIsCalledElsewhereWithPathAndQueryKept() {
    assertThat(origins.resolve(URI.create("https://accounts.google.com/a%20b?q=%2F")))
        .isEqualTo(URI.create("http://127.0.0.1:4001/a%20b?q=%2F"));
  }

  @Test
  void anOriginThatIsNotInTheTableIsCalledAsItSays() {
    URI other = URI.create("https://sts.eu-west-1.amazonaws.com/");

    assertThat(origins.resolve(other)).isSameAs(other);
  }

  @Test
  void theHostsCaseDoesNotMatter() {
    assertThat(origins.resolve(URI.create("https://Accounts.Google.com/x"))).hasHost("127.0.0.1");
  }

  @Test
  void theUsualPortIsTheSameAsNone() {
    assertThat(origins.resolve(URI.create("https://accounts.google.com:443/x")))
        .hasHost("127.0.0.1");
    assertThat(origins.resolve(URI.create("https://accounts.google.com:8443/x")))
        .hasHost("accounts.google.com");
  }

  @Test
  void plainHttpIsForThisMachineOnly() {
    Map<String, URI> table =
        Map.of("https://accounts.google.com", URI.create("http://elsewhere.example"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Origins(table))
        .withMessageContaining("http://elsewhere.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1",
        "http://127.8.8.8:80/x",
        "http://LOCALHOST",
        "http://[::1]:8080",
        "http://[::ffff:127.0.0.1]"
      })
  void thisMachineIsKnownInAnySpelling(String address) {
    assertThat(Origins.isLoopback(URI.create(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://128.0.0.1", "http://127.0.0.1.example", "http://[2001:db8::1]", "x:y"})
  void anotherMachineIsNotThisOne(String address) {
    assertThat(Origins.isLoopback(URI.create(address))).isFalse();
  }
}
