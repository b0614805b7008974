package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.blob.Content;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The two hashes of an object, in base64 as the API shows them.
 *
 * @param crc32c Castagnoli's, four bytes, big end first
 */
record Hashes(String md5, String crc32c) {

  static Hashes of(Content content) {
    CRC32C crc = new CRC32C();
    MessageDigest md5 = md5Digest();
    OutputStream nowhere = OutputStream.nullOutputStream();
    try (OutputStream out = new CheckedOutputStream(new DigestOutputStream(nowhere, md5), crc)) {
      content.writeTo(out, 0, content.length());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    byte[] sum = ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue()).array();
    Base64.Encoder base64 = Base64.getEncoder();
    return new Hashes(base64.encodeToString(md5.digest()), base64.encodeToString(sum));
  }

  /** As the header {@code x-goog-hash} says it. */
  String header() {
    return "crc32c=" + crc32c + ",md5=" + md5;
  }

  private static MessageDigest md5Digest() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("MD5 is part of every JDK", e);
    }
  }
}
