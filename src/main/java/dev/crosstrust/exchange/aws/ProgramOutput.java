package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.secret.Secret;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a {@code credential_process} prints. */
final class ProgramOutput {
  private static final JsonMapper JSON = JsonMapper.shared();

  private ProgramOutput() {}

  static Outcome<AwsCredentials> read(Secret printed) {
    try {
      JsonNode json = JSON.readTree(printed.reveal());
      if (json.path("Version").asInt(0) != 1) {
        return broken("does not say \"Version\": 1");
      }
      Optional<String> id = text(json, "AccessKeyId");
      Optional<String> secret = text(json, "SecretAccessKey");
      return id.isPresent() && secret.isPresent()
          ? Outcome.done(
              new AwsCredentials(
                  id.get(),
                  Secret.of(secret.get()),
                  text(json, "SessionToken").map(Secret::of).orElse(null),
                  text(json, "Expiration").map(ProgramOutput::time).orElse(null)))
          : broken("has no AccessKeyId or no SecretAccessKey");
    } catch (JacksonException e) {
      return broken("is not JSON");
    } catch (DateTimeParseException e) {
      return broken("has an Expiration that is no time of ISO 8601");
    }
  }

  private static Instant time(String written) {
    return OffsetDateTime.parse(written).toInstant();
  }

  private static Optional<String> text(JsonNode json, String member) {
    return json.path(member).asStringOpt().filter(text -> !text.isBlank());
  }

  private static Outcome<AwsCredentials> broken(String why) {
    return Outcome.broken(Kind.LOCAL, "what the program printed " + why);
  }
}
