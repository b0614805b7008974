package dev.crosstrust.sandbox.aws.cloud;

import dev.crosstrust.sandbox.aws.account.Accounts;
import dev.crosstrust.sandbox.aws.query.CredentialScope;
import dev.crosstrust.sandbox.aws.query.Parameters;
import dev.crosstrust.sandbox.aws.query.QueryService;
import dev.crosstrust.sandbox.wire.Handler;
import dev.crosstrust.sandbox.wire.Request;
import dev.crosstrust.sandbox.wire.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * Hands each request to its service: a signed one by the service in its credential scope, an
 * unsigned form by its action, the documents of token issuers to who asks, everything else to S3.
 */
public final class AwsCloud implements Handler {
  /** RFC 9110, section 5.6.7: the day always has two digits. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final QueryService sts;
  private final QueryService iam;
  private final Handler s3;
  private final IssuerDocuments issuers;
  private final InstantSource clock;

  /**
   * Puts the services behind one door.
   *
   * @param accounts whose issuers publish their documents here
   * @param clock the cloud's clock, which the {@code Date} of each answer shows
   */
  public AwsCloud(
      QueryService sts, QueryService iam, Handler s3, Accounts accounts, InstantSource clock) {
    this.sts = sts;
    this.iam = iam;
    this.s3 = s3;
    this.issuers = new IssuerDocuments(accounts);
    this.clock = clock;
  }

  @Override
  public Response handle(Request request) throws IOException {
    Optional<String> service = CredentialScope.of(request).map(CredentialScope::service);
    Response response = service.isPresent() ? signed(service.get(), request) : unsigned(request);
    return response.with("Date", HTTP_DATE.format(clock.instant()));
  }

  private Response signed(String service, Request request) throws IOException {
    return switch (service) {
      case "sts" -> sts.handle(request);
      case "iam" -> iam.handle(request);
      default -> s3.handle(request);
    };
  }

  private Response unsigned(Request request) throws IOException {
    boolean form =
        request.method().equals("POST")
            && request
                .header("content-type")
                .filter(it -> it.toLowerCase(Locale.ROOT).startsWith("application/x-www-form"))
                .isPresent();
    if (!form && request.queryParameter("Action").isEmpty()) {
      Optional<Response> document = issuers.find(request);
      return document.isPresent() ? document.get() : s3.handle(request);
    }
    // The action may be in the body, and the service reads that again.
    byte[] body = request.bodyBytes();
    Request again =
        new Request(
            request.method(),
            request.rawPath(),
            request.rawQuery(),
            request.headers(),
            new ByteArrayInputStream(body));
    Optional<String> action = Parameters.of(request, body).find("Action");
    if (action.isEmpty()) {
      return s3.handle(again);
    }
    return iam.knows(action.get()) ? iam.handle(again) : sts.handle(again);
  }
}
