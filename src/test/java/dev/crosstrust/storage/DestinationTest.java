package dev.crosstrust.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
  private static final StorageUri OBJECT = StorageUri.parse("s3://b/folder/name.txt");

  @TempDir Path folder;

  @Test
  void intoAFolderUnderTheObjectsOwnName() throws IOException {
    Destination destination = Destination.of(OBJECT, folder);
    assertThat(destination.save(content("hello"), Progress.NONE)).isEqualTo(Outcome.done(5L));
    assertThat(folder.resolve("name.txt")).hasContent("hello");
    assertThat(files()).containsExactly("name.txt");
  }

  @Test
  void aHostileNameStaysInTheFolder() throws IOException {
    Path chosen = Files.createDirectory(folder.resolve("chosen"));
    for (String key : List.of("..", "a/..", "../evil", "/etc/x", "x\\..\\..\\y", "d/")) {
      Destination.of(OBJECT.withKey(key), chosen).save(content("x"), Progress.NONE);
    }
    assertThat(files()).containsExactly("chosen");
    try (var inside = Files.list(chosen)) {
      assertThat(inside.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("%2E%2E", "evil", "x", "x%5C..%5C..%5Cy", "d%2F");
    }
  }

  @Test
  void aNameThatTheUserDidNotChooseReplacesNothing() throws IOException {
    Files.writeString(folder.resolve("name.txt"), "mine");
    Outcome<Long> outcome = Destination.of(OBJECT, folder).save(content("x"), Progress.NONE);
    assertThat(breakage(outcome).kind()).isEqualTo(Kind.LOCAL);
    assertThat(breakage(outcome).message()).endsWith("name.txt exists already");
    assertThat(folder.resolve("name.txt")).hasContent("mine");
    assertThat(files()).containsExactly("name.txt");
  }

  @Test
  void aLinkThatWaitsUnderTheNameIsNotFollowed() throws IOException {
    Path outside = folder.resolve("outside");
    Path chosen = Files.createDirectory(folder.resolve("chosen"));
    Files.createSymbolicLink(chosen.resolve("name.txt"), outside);
    Outcome<Long> outcome = Destination.of(OBJECT, chosen).save(content("x"), Progress.NONE);
    assertThat(breakage(outcome).kind()).isEqualTo(Kind.LOCAL);
    assertThat(outside).doesNotExist();
  }

  @Test
  void aFileThatTheUserNamedIsReplacedAndALinkThereIsNotWrittenThrough() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "untouched");
    Path link = Files.createSymbolicLink(folder.resolve("link"), other);
    assertThat(Destination.of(OBJECT, link).save(content("new"), Progress.NONE))
        .isEqualTo(Outcome.done(3L));
    assertThat(other).hasContent("untouched");
    assertThat(link).hasContent("new").isRegularFile();
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsNotReplacedWhetherNamedOrLinked() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
    for (Path chosen : List.of(pipe, link)) {
      assertThat(Destination.of(OBJECT, chosen).save(content("x"), Progress.NONE))
          .isEqualTo(Outcome.broken(Kind.LOCAL, chosen + " is not a file"));
    }
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
    assertThat(link).isSymbolicLink();
    assertThat(files()).containsExactly("link", "pipe");
  }

  @Test
  void whatBreaksOffLeavesNothingAndKeepsWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "old");
    InputStream cut = new SequenceInputStream(content("half"), new Failing());
    Outcome<Long> outcome = Destination.of(OBJECT, file).save(cut, Progress.NONE);
    assertThat(breakage(outcome))
        .isEqualTo(new Breakage(Kind.UNREACHABLE, "the download broke off: connection reset"));
    assertThat(file).hasContent("old");
    assertThat(files()).containsExactly("file");
  }

  @Test
  void anInterruptedCopyIsCancelledAndLeavesNothing() throws IOException {
    Thread.currentThread().interrupt();
    Outcome<Long> outcome = Destination.of(OBJECT, folder).save(content("x"), Progress.NONE);
    assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
    assertThat(breakage(outcome).kind()).isEqualTo(Kind.CANCELLED);
    assertThat(files()).isEmpty();
  }

  @Test
  void progressCountsBytesAndTheContentIsClosed() {
    List<Long> seen = new ArrayList<>();
    List<String> closed = new ArrayList<>();
    InputStream content =
        new ByteArrayInputStream(new byte[200_000]) {
          @Override
          public void close() {
            closed.add("closed");
          }
        };
    Destination.of(OBJECT, folder).save(content, seen::add);
    assertThat(seen).isSorted().hasSizeGreaterThan(1).last().isEqualTo(200_000L);
    assertThat(closed).isNotEmpty();
  }

  @Test
  void aMissingFolderIsThisMachinesFault() {
    Path nowhere = folder.resolve("no/such/file");
    Outcome<Long> outcome = Destination.of(OBJECT, nowhere).save(content("x"), Progress.NONE);
    assertThat(breakage(outcome))
        .isEqualTo(
            new Breakage(Kind.LOCAL, nowhere + " cannot be written: there is no such folder"));
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Breakage breakage(Outcome<?> outcome) {
    return ((Broken<?>) outcome).breakage();
  }

  private static InputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static final class Failing extends InputStream {
    @Override
    public int read() throws IOException {
      throw new IOException("connection reset");
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      throw new IOException("connection reset");
    }
  }
}
