package dev.crosstrust.exchange.aws;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a JWT of an AWS identity is asked for.
 *
 * @param audiences whom it is for: one to ten, of 1 to 1000 characters each
 * @param duration whole seconds, 60 to 3600; null for the service's five minutes
 * @param tags said about this token, in the claim {@code request_tags}: at most fifty
 */
public record OutboundTokenRequest(
    List<String> audiences,
    SigningAlgorithm algorithm,
    @Nullable Duration duration,
    Map<String, String> tags) {
  public OutboundTokenRequest {
    audiences = List.copyOf(audiences);
    tags = Map.copyOf(tags);
  }

  /** What AWS would not take about it, in one sentence; nothing when nothing is. */
  public Optional<String> problem() {
    return OutboundCheck.problem(this);
  }
}
