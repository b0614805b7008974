package dev.crosstrust.sandbox.google;

import dev.crosstrust.sandbox.google.api.Methods;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sends a request to the service that owns its path. All services share one port, for their paths
 * do not collide; the host a client believes to talk to is not looked at.
 */
final class Router implements Handler {
  private final List<Route> routes = new ArrayList<>();
  private final List<Methods> apis = new ArrayList<>();

  private record Route(String method, Pattern path, Handler handler) {}

  /** The paths that match the regular expression, with this method, belong to this handler. */
  Router on(String method, String path, Handler handler) {
    routes.add(new Route(method, Pattern.compile(path), handler));
    return this;
  }

  /** These methods belong to an API of their own. */
  Router api(Methods methods) {
    apis.add(methods);
    return this;
  }

  @Override
  public Response handle(Request request) throws IOException {
    for (Route route : routes) {
      if (route.method().equals(request.method())
          && route.path().matcher(request.rawPath()).matches()) {
        return route.handler().handle(request);
      }
    }
    for (Methods api : apis) {
      Optional<Handler> method = api.find(request);
      if (method.isPresent()) {
        return method.get().handle(request);
      }
    }
    return NotFoundPage.answer(request);
  }
}
