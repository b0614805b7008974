package dev.crosstrust.token.lens;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the header {@code Authorization} of AWS Signature Version 4 says besides the signature.
 *
 * @param day of the credential scope, as in {@code 20261121}
 * @param signedHeaders in lower case
 */
record SigV4(String keyId, String day, String region, String service, List<String> signedHeaders) {
  private static final Pattern HEADER =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request,"
              + " *SignedHeaders=([^,\\s]+), *Signature=\\S+");

  static Optional<SigV4> of(String header) {
    Matcher matcher = HEADER.matcher(header);
    return matcher.matches()
        ? Optional.of(
            new SigV4(
                matcher.group(1),
                matcher.group(2),
                matcher.group(3),
                matcher.group(4),
                List.of(lower(matcher.group(5)).split(";", -1))))
        : Optional.empty();
  }

  boolean covers(String header) {
    return signedHeaders.contains(header);
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
