package dev.crosstrust.evidence.google;

import com.google.api.client.http.LowLevelHttpResponse;
import dev.crosstrust.evidence.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as Google's libraries read it. */
final class WireResponse extends LowLevelHttpResponse {
  private final Answer answer;
  private final InputStream content;
  private final List<Map.Entry<String, String>> headers;

  WireResponse(Answer answer) {
    this.answer = answer;
    this.content = CheckedContent.of(answer);
    this.headers =
        answer.headers().entrySet().stream()
            .filter(header -> !isRedirect(header.getKey()))
            .flatMap(header -> header.getValue().stream().map(v -> Map.entry(header.getKey(), v)))
            .toList();
  }

  /**
   * None of Google's APIs redirects: the library would follow, and take the token to wherever it is
   * sent.
   */
  private boolean isRedirect(String header) {
    return header.equalsIgnoreCase("location") && answer.status() >= 300;
  }

  @Override
  public InputStream getContent() {
    return content;
  }

  @Override
  public @Nullable String getContentEncoding() {
    return answer.header("content-encoding").orElse(null);
  }

  @Override
  public long getContentLength() {
    return answer.header("content-length").map(Long::parseLong).orElse(-1L);
  }

  @Override
  public @Nullable String getContentType() {
    return answer.header("content-type").orElse(null);
  }

  @Override
  public String getStatusLine() {
    return "HTTP/1.1 " + answer.status();
  }

  @Override
  public int getStatusCode() {
    return answer.status();
  }

  @Override
  public String getReasonPhrase() {
    return "";
  }

  @Override
  public int getHeaderCount() {
    return headers.size();
  }

  @Override
  public String getHeaderName(int index) {
    return headers.get(index).getKey();
  }

  @Override
  public String getHeaderValue(int index) {
    return headers.get(index).getValue();
  }

  @Override
  public void disconnect() throws IOException {
    answer.close();
  }
}
