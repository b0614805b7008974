package dev.crosstrust.sandbox.google.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.sandbox.google.Wire;
import dev.crosstrust.sandbox.google.Wire.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ObjectsWireTest {
  private static final String OBJECTS = "/storage/v1/b/" + Wire.BUCKET + "/o";
  private static final String UPLOAD = "/upload" + OBJECTS;

  private static Wire wire;
  private static Wire.As owner;

  @BeforeAll
  static void start() throws IOException {
    wire = new Wire();
    owner = wire.as(Wire.OWNER);
  }

  @AfterAll
  static void stop() {
    wire.close();
  }

  private static Answer upload(String name, String text) {
    return owner.send(
        "POST",
        UPLOAD + "?uploadType=media&name=" + name,
        text.getBytes(UTF_8),
        "Content-Type",
        "text/plain");
  }

  @Test
  void anObjectIsDescribedAsItsClientsCheckIt() {
    JsonNode object = upload("check/hello.txt", "hello").json();

    assertThat(object.get("id").asString())
        .isEqualTo(Wire.BUCKET + "/check/hello.txt/" + object.get("generation").asString());
    assertThat(object.get("size").asString()).isEqualTo("5");
    assertThat(object.get("contentType").asString()).isEqualTo("text/plain");
    assertThat(object.get("md5Hash").asString()).isEqualTo("XUFAKrxLKna5cZ2REBfFkg==");
    assertThat(object.get("crc32c").asString()).isEqualTo("mnG7TA==");
    assertThat(object.get("metageneration").asString()).isEqualTo("1");
    assertThat(object.get("mediaLink").asString())
        .startsWith(wire.origin() + "/download/storage/v1/b/" + Wire.BUCKET + "/o/check%2Fhello");
    assertThat(owner.get(object.get("mediaLink").asString()).text()).isEqualTo("hello");
    assertThat(owner.get(OBJECTS + "/check%2Fhello.txt").json()).isEqualTo(object);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-1, 206, he, bytes 0-1/5",
    "bytes=3-, 206, lo, bytes 3-4/5",
    "bytes=-2, 206, lo, bytes 3-4/5",
    "nonsense, 200, hello, ''",
  })
  void aRangeOfTheBytesIsServed(String range, int status, String text, String contentRange) {
    upload("range.txt", "hello");

    Answer answer = owner.get(OBJECTS + "/range.txt?alt=media", "Range", range);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).isEqualTo(text);
    assertThat(answer.header("Content-Range")).isEqualTo(contentRange);
    assertThat(answer.header("X-Goog-Hash"))
        .isEqualTo("crc32c=mnG7TA==,md5=XUFAKrxLKna5cZ2REBfFkg==");
  }

  @Test
  void aRangeBehindTheEndIsRefusedInOneSentence() {
    upload("range.txt", "hello");

    Answer answer = owner.get(OBJECTS + "/range.txt?alt=media", "Range", "bytes=5-");

    assertThat(answer.status()).isEqualTo(416);
    assertThat(answer.text()).isEqualTo("The requested range cannot be satisfied.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related; boundary='===x=='",
        "multipart/related; boundary=\"===x==\"",
        "multipart/related; boundary====x==",
      })
  void metadataAndBytesTogetherAreTakenHoweverTheBoundaryIsQuoted(String contentType) {
    byte[] media = new byte[70_000];
    new Random(1).nextBytes(media);
    for (String line : List.of("\n", "\r\n")) {
      byte[] body =
          join(
              ("--===x==|Content-Type:"
                   + " application/json||{\"name\":\"m.bin\",\"metadata\":{\"a\":\"b\"}}|--===x==|content-type:"
                   + " application/x-random||")
                  .replace("|", line),
              media,
              (line + "--===x==--"));

      Answer answer =
          owner.send("POST", UPLOAD + "?uploadType=multipart", body, "Content-Type", contentType);

      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.json().at("/metadata/a").asString()).isEqualTo("b");
      assertThat(answer.json().get("contentType").asString()).isEqualTo("application/x-random");
      assertThat(owner.get(OBJECTS + "/m.bin?alt=media").bytes()).isEqualTo(media);
    }
  }

  @Test
  void bytesThatDoNotHaveTheAnnouncedHashAreNotStored() {
    byte[] body =
        join(
            "--x\r\n\r\n{\"name\":\"bad.bin\",\"md5Hash\":\"AAAA\"}\r\n--x\r\n\r\n",
            "hello".getBytes(UTF_8),
            "\r\n--x--");

    Answer answer =
        owner.send(
            "POST",
            UPLOAD + "?uploadType=multipart",
            body,
            "Content-Type",
            "multipart/related; boundary=x");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message())
        .isEqualTo(
            "Provided MD5 hash \"AAAA\" doesn't match calculated MD5 hash"
                + " \"XUFAKrxLKna5cZ2REBfFkg==\".");
    assertThat(owner.get(OBJECTS + "/bad.bin").status()).isEqualTo(404);
  }

  @Test
  void namesBelowADelimiterAreRolledUpAndPagesFollowOneAnother() {
    for (String name : List.of("l/a.txt", "l/b/1", "l/b/2", "l/c/", "l/c/3", "l/d.txt")) {
      upload(name, name);
    }
    String list = OBJECTS + "?prefix=l/&delimiter=/";

    JsonNode all = owner.get(list).json();
    assertThat(texts(all, "name")).containsExactly("l/a.txt", "l/d.txt");
    assertThat(prefixes(all)).containsExactly("l/b/", "l/c/");
    assertThat(texts(owner.get(list + "&includeTrailingDelimiter=true").json(), "name"))
        .containsExactly("l/a.txt", "l/c/", "l/d.txt");
    assertThat(texts(owner.get(OBJECTS + "?startOffset=l/b/2&endOffset=l/c/3").json(), "name"))
        .containsExactly("l/b/2", "l/c/");

    StringBuilder pages = new StringBuilder();
    String token = "";
    do {
      JsonNode page = owner.get(list + "&maxResults=1&pageToken=" + token).json();
      pages.append(texts(page, "name")).append(prefixes(page));
      token = page.path("nextPageToken").asString("");
    } while (!token.isEmpty());
    assertThat(pages).hasToString("[l/a.txt][][][l/b/][][l/c/][l/d.txt][]");
  }

  @Test
  void anEmptyListHasNoItems() {
    assertThat(owner.get(OBJECTS + "?prefix=none/").json().propertyNames()).containsExactly("kind");
  }

  @Test
  void aPreconditionOnTheGenerationHolds() {
    String generation = upload("once.txt", "1").json().get("generation").asString();

    assertThat(upload("once.txt&ifGenerationMatch=0", "2").reason()).isEqualTo("conditionNotMet");
    assertThat(upload("once.txt&ifGenerationMatch=" + generation, "2").status()).isEqualTo(200);
    assertThat(owner.delete(OBJECTS + "/once.txt?ifGenerationMatch=" + generation).status())
        .isEqualTo(412);
    assertThat(owner.get(OBJECTS + "/once.txt?generation=" + generation).status()).isEqualTo(404);
    assertThat(owner.get(OBJECTS + "/once.txt?alt=media").text()).isEqualTo("2");
  }

  @Test
  void anObjectIsCopiedComposedChangedAndDeleted() {
    upload("one", "1");
    upload("two", "2");
    String sources = "{\"sourceObjects\":[{\"name\":\"one\"},{\"name\":\"two\"}]}";

    assertThat(owner.post(OBJECTS + "/both/compose", sources).status()).isEqualTo(200);
    JsonNode rewritten =
        owner.post(OBJECTS + "/both/rewriteTo/b/" + Wire.OTHER + "/o/a%2Fboth", "").json();
    assertThat(rewritten.get("done").asBoolean()).isTrue();
    String copy = "/storage/v1/b/" + Wire.OTHER + "/o/a%2Fboth";
    assertThat(owner.get(copy + "?alt=media").text()).isEqualTo("12");
    JsonNode changed =
        owner.send("PATCH", copy, "{\"contentType\":\"text/x\"}".getBytes(UTF_8)).json();
    assertThat(changed.get("contentType").asString()).isEqualTo("text/x");
    assertThat(changed.get("metageneration").asString()).isEqualTo("2");
    assertThat(owner.delete(copy).status()).isEqualTo(204);
    assertThat(owner.delete(copy).message()).isEqualTo("No such object: " + Wire.OTHER + "/a/both");
  }

  private static List<String> texts(JsonNode list, String field) {
    return list.path("items").valueStream().map(item -> item.get(field).asString()).toList();
  }

  private static List<String> prefixes(JsonNode list) {
    return list.path("prefixes").valueStream().map(JsonNode::asString).toList();
  }

  private static byte[] join(String head, byte[] middle, String tail) {
    byte[] all = new byte[head.length() + middle.length + tail.length()];
    System.arraycopy(head.getBytes(UTF_8), 0, all, 0, head.length());
    System.arraycopy(middle, 0, all, head.length(), middle.length);
    System.arraycopy(tail.getBytes(UTF_8), 0, all, head.length() + middle.length, tail.length());
    return all;
  }
}
