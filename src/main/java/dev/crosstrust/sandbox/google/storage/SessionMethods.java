package dev.crosstrust.sandbox.google.storage;

import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.ClassicError;
import dev.crosstrust.sandbox.google.api.Json;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Goes on with a resumable upload: a piece, the question how much has arrived, or its end. The
 * address of the session is all the authorization there is.
 *
 * @see <a href="https://cloud.google.com/storage/docs/performing-resumable-uploads">Resumable
 *     uploads</a>
 */
final class SessionMethods {
  private static final Pattern PIECE =
      Pattern.compile("bytes (?:\\*|(\\d{1,15})-(\\d{1,15}))/(?:\\*|(\\d{1,15}))");
  private static final int RESUME_INCOMPLETE = 308;
  private static final int CLIENT_CLOSED_REQUEST = 499;

  private final Sessions sessions;
  private final ObjectStore store;

  SessionMethods(Sessions sessions, ObjectStore store) {
    this.sessions = sessions;
    this.store = store;
  }

  Response put(ApiCall call) throws IOException {
    Session session = session(call);
    if (session.cancelled()) {
      return Response.empty(CLIENT_CLOSED_REQUEST);
    }
    byte[] body = call.request().bodyBytes();
    Optional<StoredObject> object = take(session, call, body);
    return object
        .map(stored -> Json.answer(200, Resources.of(stored, call.origin())))
        .orElseGet(() -> incomplete(session));
  }

  Response cancel(ApiCall call) {
    session(call).cancel();
    return Response.empty(CLIENT_CLOSED_REQUEST);
  }

  private Optional<StoredObject> take(Session session, ApiCall call, byte[] body) {
    Optional<String> header = call.request().header("Content-Range");
    if (header.isEmpty()) {
      return session.append(body, 0, body.length, store);
    }
    Matcher piece = PIECE.matcher(header.get().strip());
    if (!piece.matches()) {
      throw ClassicError.ofHeader(
          400, "badRequest", "Failed to parse Content-Range header.", "Content-Range");
    }
    long total = piece.group(3) == null ? -1 : Long.parseLong(piece.group(3));
    if (piece.group(1) == null) {
      return session.append(new byte[0], session.received(), total, store);
    }
    long from = Long.parseLong(piece.group(1));
    long to = Long.parseLong(piece.group(2));
    if (to - from + 1 != body.length) {
      throw StorageErrors.invalid(
          ("Invalid request.  There were %d byte(s) in the request body.  There should have been %d"
                  + " byte(s) (starting at offset %d and ending at offset %d) according to the"
                  + " Content-Range header.")
              .formatted(body.length, to - from + 1, from, to));
    }
    return session.append(body, from, total, store);
  }

  private static Response incomplete(Session session) {
    Response answer = Response.empty(RESUME_INCOMPLETE);
    long received = session.received();
    return received == 0 ? answer : answer.with("Range", "bytes=0-" + (received - 1));
  }

  private Session session(ApiCall call) {
    return sessions
        .find(call.text("upload_id"))
        .orElseThrow(() -> ClassicError.of(404, "notFound", "Not Found"));
  }
}
