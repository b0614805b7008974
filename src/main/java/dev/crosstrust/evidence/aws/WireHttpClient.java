package dev.crosstrust.evidence.aws;

import dev.crosstrust.evidence.Answer;
import dev.crosstrust.evidence.Call;
import dev.crosstrust.evidence.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The wire as the AWS SDK wants it: what the SDK signed goes out unchanged and is recorded.
 *
 * @param wire shared by all clients of a run; not closed with them
 */
public record WireHttpClient(Wire wire) implements SdkHttpClient {
  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    Call call = call(request.httpRequest(), request.contentStreamProvider());
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        try {
          return response(wire.send(call));
        } catch (InterruptedIOException e) {
          throw e;
        } catch (IOException e) {
          throw new NoAnswerException(call.address(), e);
        }
      }

      // Nothing to do: the SDK interrupts the calling thread as well, and the wire heeds that.
      @Override
      public void abort() {}
    };
  }

  private static Call call(SdkHttpRequest request, Optional<ContentStreamProvider> content) {
    long length = request.firstMatchingHeader("Content-Length").map(Long::parseLong).orElse(0L);
    return new Call(
        request.method().name(),
        request.getUri(),
        request.headers(),
        content.map(provider -> new Call.Content(length, provider::newStream)).orElse(null));
  }

  private static HttpExecuteResponse response(Answer answer) {
    InputStream body = answer.body();
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpFullResponse.builder()
                .statusCode(answer.status())
                .headers(answer.headers())
                .build())
        .responseBody(AbortableInputStream.create(body, () -> closeQuietly(body)))
        .build();
  }

  private static void closeQuietly(InputStream body) {
    try {
      body.close();
    } catch (IOException ignored) {
      // The rest of an answer that nobody wants any more.
    }
  }

  @Override
  public void close() {}

  @Override
  public String clientName() {
    return "Wire";
  }
}
