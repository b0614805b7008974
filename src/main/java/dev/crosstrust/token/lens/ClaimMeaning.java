package dev.crosstrust.token.lens;

import dev.crosstrust.token.Family;
import dev.crosstrust.token.NumericDate;
import dev.crosstrust.token.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** One rule of {@code claims.yaml}, where its members are described. */
record ClaimMeaning(
    String claim,
    @Nullable List<Family> families,
    @Nullable String value,
    @Nullable String with,
    @Nullable String without,
    @Nullable List<String> aws,
    String meaning) {

  private static final List<ClaimMeaning> ALL = load();

  private static List<ClaimMeaning> load() {
    try (InputStream in =
        Objects.requireNonNull(ClaimMeaning.class.getResourceAsStream("claims.yaml"))) {
      return List.of(new YAMLMapper().readValue(in, ClaimMeaning[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first rule that fits; the last ones fit all. */
  static ClaimMeaning of(Token token, ClaimPath claim) {
    return ALL.stream().filter(rule -> rule.fits(token, claim)).findFirst().orElseThrow();
  }

  private boolean fits(Token token, ClaimPath path) {
    boolean named =
        claim.endsWith("*")
            ? path.name().startsWith(claim.substring(0, claim.length() - 1))
            : path.name().equalsIgnoreCase(claim);
    return named
        && (families == null || families.contains(token.family()))
        && (value == null || path.value().asString("").matches(value))
        && (with == null || token.claims().has(with))
        && (without == null || !token.claims().has(without));
  }

  /** The condition keys for a token of this issuer; null where there are none. */
  @Nullable String awsKey(Token token) {
    if (aws == null || token.family() == Family.AWS_OUTBOUND) {
      return null;
    }
    String provider = provider(token);
    if (provider.isEmpty()) {
      return null;
    }
    return aws.stream()
        .map(key -> key.contains(":") ? key : provider + ":" + key)
        .collect(Collectors.joining(", "));
  }

  String tell(Token token, ClaimPath path, Instant now) {
    String told =
        meaning
            .replace("{issuer}", provider(token))
            .replace(
                "{bytes}",
                String.valueOf(path.value().asString("").getBytes(StandardCharsets.UTF_8).length));
    if (!told.contains("{time}")) {
      return told;
    }
    return NumericDate.of(path.value())
        .map(
            time ->
                told.replace("{time}", time.toString())
                    .replace("{when}", Durations.relative(time, now)))
        .orElse("Not a time: seconds since 1970 are wanted.");
  }

  /** The issuer as IAM names its provider: without the scheme. */
  private static String provider(Token token) {
    return token.claims().path("iss").asString("").replaceFirst("^https://", "");
  }
}
