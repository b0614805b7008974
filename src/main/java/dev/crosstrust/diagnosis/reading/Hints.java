package dev.crosstrust.diagnosis.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an answer besides its sentence. Names of services are those of the evidence:
 * {@code sts}, {@code s3}, {@code gcs}.
 *
 * @param status HTTP
 * @param code the service's word for the error
 * @param target the address that was called
 * @param principal who asked, where the wrapping says so
 * @param fields what else the answer says, by name
 * @param sent what the request said, by parameter
 * @param framed whether the wrapping is one that only the two clouds and their tools have
 */
record Hints(
    @Nullable String service,
    @Nullable String operation,
    @Nullable Integer status,
    @Nullable String code,
    @Nullable String target,
    @Nullable String principal,
    Map<String, String> fields,
    Map<String, String> sent,
    boolean framed) {
  static final Hints NONE =
      new Hints(null, null, null, null, null, null, Map.of(), Map.of(), false);

  Hints {
    fields = Map.copyOf(fields);
    sent = Map.copyOf(sent);
  }

  /** By the names of a pattern's groups. */
  static Hints of(MatchResult match, boolean framed) {
    String code = group(match, "code");
    String status = group(match, "status");
    boolean forbidden = group(match, "forbidden") != null;
    boolean number = code != null && code.matches("\\d{3}");
    return NONE.service(Services.named(group(match, "service")))
        .operation(group(match, "operation"))
        .statusOf(status != null ? status : number ? code : forbidden ? "403" : null)
        .code(number ? null : Codes.plain(code))
        .target(group(match, "url"))
        .sent("audience", group(match, "audience"))
        .framed(framed);
  }

  private static @Nullable String group(MatchResult match, String name) {
    return match.namedGroups().containsKey(name) ? match.group(name) : null;
  }

  /** These, and where they say nothing, the others. */
  Hints or(Hints others) {
    Map<String, String> allFields = new HashMap<>(others.fields);
    allFields.putAll(fields);
    Map<String, String> allSent = new HashMap<>(others.sent);
    allSent.putAll(sent);
    return new Hints(
        service == null ? others.service : service,
        operation == null ? others.operation : operation,
        status == null ? others.status : status,
        code == null ? others.code : code,
        target == null ? others.target : target,
        principal == null ? others.principal : principal,
        allFields,
        allSent,
        framed || others.framed);
  }

  Hints service(@Nullable String name) {
    return new Hints(name, operation, status, code, target, principal, fields, sent, framed);
  }

  Hints operation(@Nullable String name) {
    return new Hints(service, name, status, code, target, principal, fields, sent, framed);
  }

  Hints status(@Nullable Integer number) {
    return new Hints(service, operation, number, code, target, principal, fields, sent, framed);
  }

  /** Of three digits; anything else is none. */
  Hints statusOf(@Nullable String digits) {
    return digits != null && digits.matches("[1-5]\\d\\d") ? status(Integer.valueOf(digits)) : this;
  }

  Hints code(@Nullable String word) {
    return new Hints(service, operation, status, word, target, principal, fields, sent, framed);
  }

  Hints target(@Nullable String address) {
    return new Hints(service, operation, status, code, address, principal, fields, sent, framed);
  }

  Hints principal(@Nullable String name) {
    return new Hints(service, operation, status, code, target, name, fields, sent, framed);
  }

  Hints fields(Map<String, String> said) {
    return new Hints(service, operation, status, code, target, principal, said, sent, framed);
  }

  Hints sent(String name, @Nullable String value) {
    return value == null
        ? this
        : new Hints(
            service,
            operation,
            status,
            code,
            target,
            principal,
            fields,
            Map.of(name, value),
            framed);
  }

  Hints framed(boolean sure) {
    return new Hints(service, operation, status, code, target, principal, fields, sent, sure);
  }
}
