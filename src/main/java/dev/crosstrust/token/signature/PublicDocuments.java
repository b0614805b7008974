package dev.crosstrust.token.signature;

import dev.crosstrust.evidence.Answer;
import dev.crosstrust.evidence.Call;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Origins;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Recorder;
import dev.crosstrust.evidence.Unanswered;
import dev.crosstrust.evidence.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * Fetches what an issuer publishes. The address comes from a token that nobody vouches for, so only
 * {@code https} to another machine is called (the sandbox is reached by the wire's table of
 * origins), nothing secret is sent, no redirect is followed, and no more than {@link #LIMIT} is
 * read.
 */
record PublicDocuments(Wire wire) {
  /** In bytes. Real key sets have a few thousand. */
  static final int LIMIT = 256 * 1024;

  Outcome<String> fetch(String operation, String address) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      return Outcome.broken(Kind.LOCAL, "The address `%s` is not a URL.".formatted(address));
    }
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null) {
      return Outcome.broken(
          Kind.LOCAL, "`%s` is not an https address; no other is fetched.".formatted(address));
    }
    if (uri.getUserInfo() != null || Origins.isLoopback(uri)) {
      return Outcome.broken(
          Kind.LOCAL, "`%s` is not the address of a public issuer.".formatted(uri.getHost()));
    }
    return get(operation, uri);
  }

  private Outcome<String> get(String operation, URI uri) {
    Label label = Label.of("issuer." + operation, "issuer", operation);
    Call call = new Call("GET", uri, Map.of("Accept", List.of("application/json")), null);
    try (Answer answer = Recorder.during(label, () -> wire.send(call))) {
      int status = answer.status();
      if (status == 200) {
        return Outcome.done(answer.text(LIMIT));
      }
      return status / 100 == 3
          ? Outcome.broken(
              Kind.NOT_UNDERSTOOD,
              "%s redirects elsewhere (HTTP %d), which is not followed.".formatted(uri, status))
          : Outcome.broken(Kind.NOT_UNDERSTOOD, "%s answered with HTTP %d.".formatted(uri, status));
    } catch (IOException e) {
      return new Outcome.Broken<>(Unanswered.breakage(uri, e));
    }
  }
}
