package dev.crosstrust.command.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosstrust.secret.Secret;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Values as the contract's JSON: members in the order of the record, absent ones left out, enum
 * constants as {@code needs-sign-in}, times in ISO 8601 UTC, secrets as fingerprints.
 */
public final class Json {
  private static final JsonMapper COMPACT =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
          .addModule(
              new SimpleModule().addSerializer(new Words()).addSerializer(new Fingerprints()))
          .build();
  private static final JsonMapper READABLE =
      COMPACT.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /** One document over several lines. */
  public static String document(Object value) {
    return Shown.inJson(READABLE.writeValueAsString(value));
  }

  /** One document on one line. */
  public static String line(Object value) {
    return Shown.inJson(COMPACT.writeValueAsString(value));
  }

  /** An enum constant as the contract writes it. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static final class Words extends ValueSerializer<Enum<?>> {
    @Override
    public Class<?> handledType() {
      return Enum.class;
    }

    @Override
    public void serialize(Enum<?> value, JsonGenerator out, SerializationContext context) {
      out.writeString(word(value));
    }
  }

  private static final class Fingerprints extends ValueSerializer<Secret> {
    @Override
    public Class<?> handledType() {
      return Secret.class;
    }

    @Override
    public void serialize(Secret value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toString());
    }
  }
}
