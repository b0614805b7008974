package dev.crosstrust.diagnosis.reading;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One answer found in a text.
 *
 * @param service for example {@code sts}; null where nothing tells
 * @param operation for example {@code AssumeRoleWithWebIdentity}
 * @param status HTTP
 * @param code the service's word for the error, where the text has it
 * @param impliedCode the word that goes with the sentence, where the text leaves it out
 * @param message the sentence, on one line
 * @param target the address that was called; empty where it is not known
 * @param principal who asked, where the wrapping says so
 * @param fields what else the answer says, by name
 * @param sent what the request said, by parameter
 * @param answered false where the text tells of a call that nobody answered
 * @param leads whether it is a program's sentence before the cause that it quotes
 * @param known whether it is sure to be of one of the two clouds: by its wrapping or its sentence
 */
public record Answer(
    @Nullable String service,
    @Nullable String operation,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable String impliedCode,
    String message,
    String target,
    @Nullable String principal,
    Map<String, String> fields,
    Map<String, String> sent,
    boolean answered,
    boolean leads,
    boolean known) {
  public Answer {
    fields = Map.copyOf(fields);
    sent = Map.copyOf(sent);
  }

  /** With more in its quote than what is surely its sentence. */
  Answer withMessage(String words) {
    return new Answer(
        service,
        operation,
        status,
        code,
        impliedCode,
        words,
        target,
        principal,
        fields,
        sent,
        answered,
        leads,
        known);
  }

  Answer withCode(@Nullable String word) {
    return new Answer(
        service,
        operation,
        status,
        word,
        impliedCode,
        message,
        target,
        principal,
        fields,
        sent,
        answered,
        leads,
        known);
  }
}
