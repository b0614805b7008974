package dev.crosstrust.sandbox.aws.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Entity tags: the MD5 of the bytes, or the MD5 of the parts' MD5s with their number. */
final class ETags {
  private ETags() {}

  static String of(byte[] bytes) {
    return quoted(HexFormat.of().formatHex(md5().digest(bytes)));
  }

  static String ofParts(List<String> etags) {
    MessageDigest digest = md5();
    etags.forEach(etag -> digest.update(HexFormat.of().parseHex(bare(etag))));
    return quoted(HexFormat.of().formatHex(digest.digest()) + "-" + etags.size());
  }

  /** Clients send entity tags with and without quotes. */
  static String bare(String etag) {
    return etag.strip().replace("\"", "");
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
