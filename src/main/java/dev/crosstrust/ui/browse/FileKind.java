package dev.crosstrust.ui.browse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a file says it is by its first bytes, whatever its name says.
 *
 * @see <a href="https://www.iana.org/assignments/media-types/media-types.xhtml">IANA, Media Types:
 *     the magic numbers in the registrations</a>
 */
enum FileKind {
  PNG("a PNG image", "\u0089PNG\r\n\u001a\n"),
  JPEG("a JPEG image", "\u00ff\u00d8\u00ff"),
  GIF("a GIF image", "GIF8"),
  PDF("a PDF document", "%PDF-"),
  ZIP("a ZIP archive, or what is packed as one", "PK\u0003\u0004"),
  GZIP("packed by gzip", "\u001f\u008b"),
  ZSTD("packed by Zstandard", "(\u00b5/\u00fd"),
  PARQUET("a Parquet file", "PAR1"),
  AVRO("an Avro file", "Obj\u0001"),
  ORC("an ORC file", "ORC");

  private final String words;
  private final String magic;

  FileKind(String words, String magic) {
    this.words = words;
    this.magic = magic;
  }

  String words() {
    return words;
  }

  /** Empty when it is none of these. */
  static Optional<FileKind> of(byte[] first) {
    String bytes = new String(first, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(kind -> bytes.startsWith(kind.magic)).findFirst();
  }
}
