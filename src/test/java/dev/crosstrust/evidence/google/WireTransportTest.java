package dev.crosstrust.evidence.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Wire;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class WireTransportTest {
  @Test
  void aTokenGoesToTheServiceThatItIsForAndNowhereElse() throws IOException {
    Recorder recorder = new Recorder();
    try (Wire wire = new Wire(Origins.REAL, recorder, InstantSource.system())) {
      WireTransport transport =
          new WireTransport(
              wire,
              URI.create("https://storage.googleapis.com"),
              () -> {
                throw new AssertionError("nobody is asked for a token");
              });
      HttpRequest request =
          transport
              .createRequestFactory()
              .buildGetRequest(new GenericUrl("https://storage.example/secret"));
      assertThatIOException()
          .isThrownBy(request::execute)
          .withMessage(
              "No credential is sent to https://storage.example: the service is at"
                  + " https://storage.googleapis.com");
      assertThat(recorder.legs()).isEmpty();
    }
  }
}
