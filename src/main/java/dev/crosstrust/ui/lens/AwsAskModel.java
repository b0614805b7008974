package dev.crosstrust.ui.lens;

import dev.crosstrust.exchange.aws.AwsSubjectTokens;
import dev.crosstrust.exchange.aws.Consent;
import dev.crosstrust.exchange.aws.OutboundTokenRequest;
import dev.crosstrust.exchange.aws.SigningAlgorithm;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.token.SubjectToken.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What an AWS identity is asked for: a JWT, or a signed {@code GetCallerIdentity} request. */
final class AwsAskModel {
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.JWT);
  private final StringProperty audiences = new SimpleStringProperty("");
  private final ObjectProperty<SigningAlgorithm> algorithm =
      new SimpleObjectProperty<>(SigningAlgorithm.RS256);
  private final StringProperty duration = new SimpleStringProperty("");
  private final StringProperty tags = new SimpleStringProperty("");
  private final StringProperty target = new SimpleStringProperty("");

  ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** Of a JWT: one or several, blanks between. */
  StringProperty audiencesProperty() {
    return audiences;
  }

  ObjectProperty<SigningAlgorithm> algorithmProperty() {
    return algorithm;
  }

  /** Of a JWT, in seconds; empty for AWS's own. */
  StringProperty durationProperty() {
    return duration;
  }

  /** Of a JWT: {@code name=value}, commas between. */
  StringProperty tagsProperty() {
    return tags;
  }

  /** Of a signed request: the pool provider that it is for. */
  StringProperty targetProperty() {
    return target;
  }

  /** Everything that its problem depends on. */
  Observable[] values() {
    return new Observable[] {kind, audiences, algorithm, duration, tags, target};
  }

  /** Whom it is for, where nobody has said anything else. */
  void suggest(String provider) {
    for (StringProperty place : List.of(audiences, target)) {
      if (place.get().isBlank()) {
        place.set(provider);
      }
    }
  }

  /** Why it cannot be asked for yet; empty when it can. */
  Optional<String> problem() {
    return switch (kind.get()) {
      case JWT -> mistyped().or(() -> request().problem());
      case AWS_SIGNED_REQUEST ->
          words(target, "\\s+").size() == 1
              ? Optional.empty()
              : Optional.of("a signed request is for one pool provider, by its full name");
    };
  }

  private Optional<String> mistyped() {
    String seconds = duration.get().strip();
    if (!seconds.isEmpty() && !SECONDS.matcher(seconds).matches()) {
      return Optional.of("the token's duration must be 60 to 3600 whole seconds");
    }
    return words(tags, ",").stream()
        .filter(tag -> !tag.contains("="))
        .findFirst()
        .map("the tag “%s” has no value: write name=value"::formatted);
  }

  private OutboundTokenRequest request() {
    Map<String, String> said = new LinkedHashMap<>();
    for (String tag : words(tags, ",")) {
      int equals = tag.indexOf('=');
      said.put(tag.substring(0, equals).strip(), tag.substring(equals + 1).strip());
    }
    return new OutboundTokenRequest(words(audiences, "\\s+"), algorithm.get(), seconds(), said);
  }

  private @Nullable Duration seconds() {
    String written = duration.get().strip();
    return written.isEmpty() ? null : Duration.ofSeconds(Long.parseLong(written));
  }

  private static List<String> words(StringProperty text, String between) {
    return Arrays.stream(text.get().split(between, -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  /** The request, as it stands now. */
  Ask ask(String identity) {
    Kind wanted = kind.get();
    String provider = target.get().strip();
    OutboundTokenRequest request = wanted == Kind.JWT ? request() : null;
    return (here, wire) -> {
      AwsSubjectTokens tokens =
          new AwsSubjectTokens(wire, here.machine(), here.clock(), Consent.NONE);
      return new AwsIdentities(here.machine(), here.clock())
          .find(identity)
          .map(
              who ->
                  request == null ? tokens.signedRequest(who, provider) : tokens.jwt(who, request))
          .orElseGet(() -> Ask.nobody(identity));
    };
  }
}
