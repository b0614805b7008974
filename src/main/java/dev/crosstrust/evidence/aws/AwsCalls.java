package dev.crosstrust.evidence.aws;

import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Outcome.Broken;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Unanswered;
import dev.crosstrust.secret.Redactor;
import java.io.InterruptedIOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Turns the exceptions of the AWS SDK into values, the same way for every service. */
public final class AwsCalls {
  private AwsCalls() {}

  /**
   * Makes one call of the SDK under its label.
   *
   * <p>A code and text of the service make a refusal; the codes are those of the raw answer,
   * because STS's {@code AccessDenied} and others have no exception class of their own. A page of
   * HTML, an empty or unreadable body with content and any 5xx are no answer of the service.
   * Interrupting the thread ends as {@link Kind#CANCELLED}; the thread stays interrupted.
   */
  public static <T> Outcome<T> outcome(
      Label label, ScopedValue.CallableOp<T, RuntimeException> call) {
    try {
      return Outcome.done(Recorder.during(label, call));
    } catch (AbortedException e) {
      return Outcome.broken(Kind.CANCELLED, "cancelled");
    } catch (SdkServiceException e) {
      return answered(label, e);
    } catch (SdkClientException e) {
      return unanswered(label, e);
    }
  }

  private static <T> Outcome<T> answered(Label label, SdkServiceException e) {
    AwsErrorDetails details = e instanceof AwsServiceException aws ? aws.awsErrorDetails() : null;
    String code = details == null ? null : details.errorCode();
    String text = details == null ? null : details.errorMessage();
    int status = e.statusCode();
    boolean mute = code == null && (status < 400 || hasBody(details));
    if (status >= 500 || isPage(details) || mute) {
      return Outcome.broken(Kind.NOT_UNDERSTOOD, notUnderstood(label, status, code, text));
    }
    String message = redacted(Objects.requireNonNullElse(text, "HTTP " + status));
    return new Refused<>(
        new Refusal(label.service(), label.operation(), status, code, message, e.requestId()));
  }

  private static String notUnderstood(
      Label label, int status, @Nullable String code, @Nullable String text) {
    return code == null
        ? "%s answered HTTP %d with something that is not an answer of this service"
            .formatted(label.service(), status)
        : "%s answered HTTP %d, %s: %s"
            .formatted(label.service(), status, code, redacted(String.valueOf(text)));
  }

  private static boolean isPage(@Nullable AwsErrorDetails details) {
    return details != null
        && details.sdkHttpResponse() != null
        && details
            .sdkHttpResponse()
            .firstMatchingHeader("content-type")
            .filter(type -> type.toLowerCase(Locale.ROOT).startsWith("text/html"))
            .isPresent();
  }

  private static boolean hasBody(@Nullable AwsErrorDetails details) {
    return details != null
        && details.rawResponse() != null
        && !details.rawResponse().asUtf8String().isBlank();
  }

  private static <T> Outcome<T> unanswered(Label label, SdkClientException e) {
    if (Thread.currentThread().isInterrupted()
        || cause(e, InterruptedIOException.class).isPresent()) {
      return Outcome.broken(Kind.CANCELLED, "cancelled");
    }
    return cause(e, NoAnswerException.class)
        .<Outcome<T>>map(none -> new Broken<>(Unanswered.breakage(none.asked(), none.problem())))
        .orElseGet(
            () ->
                isUnreadable(e)
                    ? Outcome.broken(
                        Kind.NOT_UNDERSTOOD,
                        "the answer of %s could not be read".formatted(label.service()))
                    : Outcome.broken(Kind.LOCAL, redacted(String.valueOf(e.getMessage()))));
  }

  /** The two protocols say it differently, and with no class of exception of its own. */
  private static boolean isUnreadable(SdkClientException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Unable to unmarshall response")
        || message.contains("Could not parse XML response");
  }

  private static <X extends Throwable> Optional<X> cause(Throwable e, Class<X> type) {
    for (Throwable at = e; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return Optional.of(type.cast(at));
      }
    }
    return Optional.empty();
  }

  private static String redacted(String text) {
    return new Redactor().text(text);
  }
}
