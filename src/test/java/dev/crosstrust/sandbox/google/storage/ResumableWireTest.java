package dev.crosstrust.sandbox.google.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.Wire;
import dev.crosstrust.sandbox.google.Wire.Answer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResumableWireTest {
  private static final String OBJECTS = "/storage/v1/b/" + Wire.BUCKET + "/o";
  private static final int UNIT = 256 * 1024;
  private static final byte[] NONE = new byte[0];

  private static Wire wire;
  private static byte[] bytes;

  @BeforeAll
  static void start() throws IOException {
    wire = new Wire();
    bytes = new byte[3 * UNIT + 1000];
    new Random(7).nextBytes(bytes);
  }

  @AfterAll
  static void stop() {
    wire.close();
  }

  private static String session(String name) {
    Answer answer =
        wire.as(Wire.LAMBDA)
            .post(
                "/upload" + OBJECTS + "?uploadType=resumable&name=" + name,
                "{\"contentType\":\"application/x-pieces\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.header("Location");
  }

  /** Without a bearer: the address of the session is enough. */
  private static Answer put(String session, byte[] body, String range) {
    return wire.anonymous().send("PUT", session, body, "Content-Range", range);
  }

  private static String range(int from, int to, String total) {
    return "bytes " + from + "-" + (to - 1) + "/" + total;
  }

  private static byte[] stored(String name) {
    return wire.as(Wire.OWNER).get(OBJECTS + "/" + name + "?alt=media").bytes();
  }

  @Test
  void piecesAddUpToTheObject() {
    String session = session("pieces");

    Answer first = put(session, Arrays.copyOf(bytes, 2 * UNIT), range(0, 2 * UNIT, "*"));
    assertThat(first.status()).isEqualTo(308);
    assertThat(first.header("Range")).isEqualTo("bytes=0-" + (2 * UNIT - 1));

    byte[] rest = Arrays.copyOfRange(bytes, 2 * UNIT, bytes.length);
    String all = Integer.toString(bytes.length);
    Answer last = put(session, rest, range(2 * UNIT, bytes.length, all));
    assertThat(last.status()).isEqualTo(200);
    assertThat(last.json().get("contentType").asString()).isEqualTo("application/x-pieces");
    assertThat(stored("pieces")).isEqualTo(bytes);
    assertThat(put(session, NONE, "bytes */" + all).status()).isEqualTo(200);
  }

  @Test
  void whatIsNoWholeUnitIsNotKept() {
    String session = session("cut");

    Answer cut = put(session, Arrays.copyOf(bytes, UNIT + 5), range(0, UNIT + 5, "*"));

    assertThat(cut.header("Range")).isEqualTo("bytes=0-" + (UNIT - 1));
    Answer status = put(session, NONE, "bytes */*");
    assertThat(status.status()).isEqualTo(308);
    assertThat(status.header("Range")).isEqualTo("bytes=0-" + (UNIT - 1));
  }

  @Test
  void aPieceSentAgainIsTakenOnce() {
    String session = session("again");
    put(session, Arrays.copyOf(bytes, UNIT), range(0, UNIT, "*"));

    String all = Integer.toString(bytes.length);
    assertThat(put(session, bytes, range(0, bytes.length, all)).status()).isEqualTo(200);
    assertThat(stored("again")).isEqualTo(bytes);
  }

  @Test
  void aPieceBehindAHoleIsRefused() {
    Answer refused = put(session("hole"), new byte[10], range(UNIT, UNIT + 10, "*"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.message()).contains("exceeds already uploaded size of 0 byte(s)");
  }

  @Test
  void aPieceOfAnotherLengthThanItSaysIsRefused() {
    Answer refused = put(session("short"), new byte[10], range(0, 20, "20"));

    assertThat(refused.message())
        .isEqualTo(
            "Invalid request.  There were 10 byte(s) in the request body.  There should have been"
                + " 20 byte(s) (starting at offset 0 and ending at offset 19) according to the"
                + " Content-Range header.");
  }

  @Test
  void anEmptyObjectAndOneInASinglePieceNeedNoRange() {
    assertThat(put(session("empty"), NONE, "bytes */0").status()).isEqualTo(200);
    assertThat(stored("empty")).isEmpty();

    Answer whole = wire.anonymous().send("PUT", session("whole"), bytes);
    assertThat(whole.status()).isEqualTo(200);
    assertThat(stored("whole")).isEqualTo(bytes);
  }

  @Test
  void aCancelledUploadStoresNothing() {
    String session = session("cancelled");
    put(session, Arrays.copyOf(bytes, UNIT), range(0, UNIT, "*"));

    assertThat(wire.anonymous().delete(session).status()).isEqualTo(499);
    assertThat(put(session, NONE, "bytes */*").status()).isEqualTo(499);
    assertThat(wire.as(Wire.OWNER).get(OBJECTS + "/cancelled").status()).isEqualTo(404);
  }

  @Test
  void whoMayNotWriteGetsNoSession() {
    String path = "/upload/storage/v1/b/" + Wire.OTHER + "/o?uploadType=resumable&name=x";

    assertThat(wire.as(Wire.LAMBDA).post(path, "{}").status()).isEqualTo(403);
  }
}
