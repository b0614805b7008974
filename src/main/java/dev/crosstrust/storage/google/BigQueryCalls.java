package dev.crosstrust.storage.google;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.json.gson.GsonFactory;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.bigquery.BigqueryRequest;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.google.GoogleCalls;
import java.io.IOException;
import java.net.URI;
import java.util.function.Function;

/** Makes calls, each under the label {@code bigquery.<Operation>}. */
record BigQueryCalls(Bigquery api) {
  static final String SERVICE = "bigquery";
  static final String INSERT_ROW = "InsertRow";

  /** Builds a request, which may fail as making it may. */
  @FunctionalInterface
  interface Question<T> {
    BigqueryRequest<T> of(Bigquery api) throws IOException;
  }

  /** Google's own client, which here neither repeats a call nor follows a redirect or signs in. */
  static BigQueryCalls of(HttpTransport transport, URI endpoint) {
    Bigquery.Builder builder =
        new Bigquery.Builder(
                transport,
                GsonFactory.getDefaultInstance(),
                request -> request.setNumberOfRetries(0).setFollowRedirects(false))
            // Whose address it is stands in the root; with no name it would ask the environment.
            .setUniverseDomain("googleapis.com")
            .setRootUrl(endpoint + "/")
            .setApplicationName("Crosstrust");
    return new BigQueryCalls(builder.build());
  }

  /** A call whose request and answer are kept as evidence. */
  <T> Outcome<T> call(String operation, Question<T> question) {
    return made(Label.of(SERVICE + "." + operation, SERVICE, operation), question);
  }

  /** A call that carries somebody's data. */
  <T> Outcome<T> callWithContent(String operation, Question<T> question) {
    return made(Label.ofContent(SERVICE + "." + operation, SERVICE, operation), question);
  }

  private <T> Outcome<T> made(Label label, Question<T> question) {
    // The client would compress what it sends, and the evidence could not be read.
    return GoogleCalls.outcome(
        label,
        () -> GoogleCalls.asked(() -> question.of(api).setDisableGZipContent(true).execute()));
  }

  /** Understands an answer, as far as it can be. */
  static <T, R> Outcome<R> read(Outcome<T> answer, Function<T, R> reader) {
    try {
      return answer.map(reader);
    } catch (IllegalArgumentException e) {
      return Outcome.broken(Kind.NOT_UNDERSTOOD, "bigquery: " + e.getMessage());
    }
  }
}
