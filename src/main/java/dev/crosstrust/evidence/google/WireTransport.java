package dev.crosstrust.evidence.google;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import com.google.auth.http.HttpTransportFactory;
import dev.crosstrust.credential.GoogleAccessToken;
import dev.crosstrust.evidence.Call;
import dev.crosstrust.evidence.Wire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wire as Google's libraries want it. It adds the access token itself: a library that knows one
 * asks for another behind our back when it is refused, and hides the refusal. The token goes to the
 * service that it is for, wherever an answer says that another part of it is.
 */
public final class WireTransport extends HttpTransport implements HttpTransportFactory {
  private final Wire wire;
  private final URI endpoint;
  private final AccessTokens tokens;

  /**
   * @param wire shared by all of a run
   * @param endpoint of the service: at other origins nothing is called
   * @param tokens asked before every call
   */
  public WireTransport(Wire wire, URI endpoint, AccessTokens tokens) {
    this.wire = wire;
    this.endpoint = endpoint;
    this.tokens = tokens;
  }

  /** Gives the access token of the moment. */
  @FunctionalInterface
  public interface AccessTokens {
    /**
     * @throws IOException when there is none any more: a {@link NoTokenException} where it is known
     *     why
     */
    GoogleAccessToken current() throws IOException;
  }

  @Override
  public HttpTransport create() {
    return this;
  }

  @Override
  public boolean supportsMethod(String method) {
    return true;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return new Request(method, URI.create(url));
  }

  private final class Request extends LowLevelHttpRequest {
    private final String method;
    private final URI address;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();

    Request(String method, URI address) {
      this.method = method;
      this.address = address;
    }

    /** The project that a file of this machine bills is no part of the route. */
    @Override
    public void addHeader(String name, String value) {
      if (name.equalsIgnoreCase("x-goog-user-project")) {
        return;
      }
      headers.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }

    @Override
    public LowLevelHttpResponse execute() throws IOException {
      if (!wire.isOneOrigin(address, endpoint)) {
        throw new IOException(Addresses.elsewhere(address, endpoint));
      }
      headers.put("Authorization", List.of("Bearer " + tokens.current().token().reveal()));
      return new WireResponse(wire.send(new Call(method, address, headers, content())));
    }

    private Call.@Nullable Content content() throws IOException {
      if (getStreamingContent() == null) {
        return null;
      }
      if (getContentType() != null) {
        addHeader("Content-Type", getContentType());
      }
      if (getContentEncoding() != null) {
        addHeader("Content-Encoding", getContentEncoding());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      getStreamingContent().writeTo(bytes);
      return Call.Content.of(bytes.toByteArray());
    }
  }
}
