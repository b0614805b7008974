package dev.crosstrust.sandbox.aws.query;

import dev.crosstrust.sandbox.aws.Authenticator;
import dev.crosstrust.sandbox.aws.AwsError;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * A service that speaks the query protocol.
 *
 * @see <a href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html">AWS query protocol</a>
 */
public final class QueryService implements Handler {
  private final String version;
  private final String namespace;
  private final Map<String, Operation> operations;
  private final Authenticator authenticator;
  private final RandomGenerator random;

  /**
   * Builds a service.
   *
   * @param host the service's name in the namespace, for example {@code sts.amazonaws.com}
   * @param version of the API, for example {@code 2011-06-15}
   * @param operations by action
   * @param random where request ids come from
   */
  public QueryService(
      String host,
      String version,
      Map<String, Operation> operations,
      Authenticator authenticator,
      RandomGenerator random) {
    this.version = version;
    this.namespace = "https://" + host + "/doc/" + version + "/";
    this.operations = Map.copyOf(operations);
    this.authenticator = authenticator;
    this.random = random;
  }

  /** Whether this service has such an action. */
  public boolean knows(String action) {
    return operations.containsKey(action);
  }

  @Override
  public Response handle(Request request) throws IOException {
    QueryCall call = new QueryCall(request, request.bodyBytes(), authenticator);
    String id = new UUID(random.nextLong(), random.nextLong()).toString();
    try {
      return respond(200, id, success(call, id));
    } catch (AwsError refusal) {
      return respond(refusal.status(), id, failure(refusal, id));
    }
  }

  private Element success(QueryCall call, String id) throws IOException {
    String action =
        call.parameters()
            .find("Action")
            .orElseThrow(() -> new AwsError(400, "MissingAction", "Missing Action"));
    Operation operation = operations.get(action);
    if (operation == null) {
      throw new AwsError(
          400, "InvalidAction", "Could not find operation " + action + " for version " + version);
    }
    return Element.of(
        action + "Response",
        List.of(
            Element.of(action + "Result", operation.answer(call)),
            Element.of("ResponseMetadata", List.of(Element.of("RequestId", id)))));
  }

  private static Element failure(AwsError refusal, String id) {
    return Element.of(
        "ErrorResponse",
        List.of(
            Element.of(
                "Error",
                List.of(
                    Element.of("Type", refusal.status() < 500 ? "Sender" : "Receiver"),
                    Element.of("Code", refusal.code()),
                    Element.of("Message", refusal.text()))),
            Element.of("RequestId", id)));
  }

  private Response respond(int status, String id, Element root) {
    return Response.of(status, "text/xml", root.document(namespace)).with("x-amzn-RequestId", id);
  }
}
