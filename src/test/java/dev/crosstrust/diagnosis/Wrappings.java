package dev.crosstrust.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Sentences as they come to people: within what tools, SDKs and logs put around them. */
final class Wrappings {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int STATUS = 403;

  private Wrappings() {}

  /**
   * @param name of the wrapping
   * @param text the sentence in it
   */
  record Wrapped(String name, String text) {}

  /** Any sentence. */
  static List<Wrapped> ofAny(String sentence) {
    return List.of(
        new Wrapped("lines", lines(sentence, 60, "    ")),
        new Wrapped("narrow lines", lines(sentence, 40, "")),
        new Wrapped(
            "prose",
            "Hi all,\n\nsince today I see this:\n\n  %s\n\nAny idea? Thanks!".formatted(sentence)),
        new Wrapped("quoted reply", "> " + sentence.replace(". ", ".\n> ")),
        new Wrapped(
            "log line",
            "2026-11-21T10:00:00Z ERROR [main] c.e.Job - job failed: %s\n2026-11-21T10:00:01Z INFO  [main] c.e.Job - bye"
                .formatted(sentence)),
        new Wrapped(
            "JSON log line",
            json(Map.of("level", "error", "msg", "job failed: " + sentence, "n", 3))),
        new Wrapped(
            "JSON in a JSON log line",
            json(Map.of("severity", "ERROR", "message", json(Map.of("err", sentence))))),
        new Wrapped(
            "syslog",
            "Nov 21 10:00:00 host app[123]: level=error msg=%s".formatted(json(sentence))),
        new Wrapped("colours", "\u001B[31m" + sentence + "\u001B[0m\n"),
        new Wrapped("byte order mark and Windows lines", "\uFEFF" + sentence + "\r\n"),
        new Wrapped("Terraform box", "╷\n│ Error: it failed\n│ \n│ %s\n╵".formatted(sentence)));
  }

  /** A sentence of AWS, with its code. */
  static List<Wrapped> ofAws(String sentence, String code, String service, String operation) {
    String bare = code.replaceFirst("Exception$", "");
    return List.of(
        new Wrapped(
            "aws",
            "\nAn error occurred (%s) when calling the %s operation: %s\n"
                .formatted(code, operation, sentence)),
        new Wrapped(
            "aws of 2026",
            "\naws: [ERROR]: An error occurred (%s) when calling the %s operation: %s\n"
                .formatted(code, operation, sentence)),
        new Wrapped(
            "aws, wrapped",
            lines(
                "An error occurred (%s) when calling the %s operation: %s"
                    .formatted(code, operation, sentence),
                70,
                "  ")),
        new Wrapped(
            "boto3",
            """
            Traceback (most recent call last):
              File "job.py", line 3, in <module>
                client.call()
            botocore.exceptions.ClientError: An error occurred (%s) when calling the %s operation: %s
            """
                .formatted(code, operation, sentence)),
        new Wrapped(
            "Java",
            """
            Exception in thread "main" software.amazon.awssdk.services.%s.model.%sException: %s (Service: %s, Status Code: %d, Request ID: 7e5f9c1a-0000, Extended Request ID: abc/def=) (SDK Attempt Count: 1)
            \tat software.amazon.awssdk.core.internal.http.CombinedResponseHandler.handle(CombinedResponseHandler.java:43)
            """
                .formatted(service, bare, sentence, service, STATUS)),
        new Wrapped(
            "Java 1",
            "com.amazonaws.services.%s.model.Amazon%sException: %s (Service: %s; Status Code: %d; Error Code: %s; Request ID: ABC; Proxy: null)"
                .formatted(service, service, sentence, service, STATUS, code)),
        new Wrapped(
            "Go 2",
            "2026/11/21 10:00:00 operation error %s: %s, https response error StatusCode: %d, RequestID: 1234, HostID: a+b/c=, api error %s: %s"
                .formatted(service.toUpperCase(Locale.ROOT), operation, STATUS, code, sentence)),
        new Wrapped(
            "Go 1",
            "%s: %s\n\tstatus code: %d, request id: 1234, host id: abc"
                .formatted(code, sentence, STATUS)),
        new Wrapped(
            "JavaScript",
            """
            %s: %s
                at throwDefaultError (/app/node_modules/x/index.js:388:22)
                at async Job.run (/app/job.js:3:1) {
              '$fault': 'client',
              '$metadata': { httpStatusCode: %d, requestId: '1234', attempts: 1, totalRetryDelay: 0 },
              Code: '%s'
            }
            """
                .formatted(code, sentence, STATUS, code)),
        new Wrapped(
            "PHP",
            "PHP Fatal error:  Uncaught exception: Error executing \"%s\" on \"https://%s.eu-west-1.amazonaws.com/\"; AWS HTTP error: Client error: `POST https://%s.eu-west-1.amazonaws.com/` resulted in a `%d Forbidden` response:\n%s\n %s (client): %s"
                .formatted(
                    operation, service, service, STATUS, xml(sentence, code), code, sentence)),
        new Wrapped(
            "Ruby",
            "%s (Aws::%s::Errors::%s)".formatted(sentence, service.toUpperCase(Locale.ROOT), code)),
        new Wrapped("XML", xml(sentence, code)),
        new Wrapped(
            "XML of the query protocol",
            "<ErrorResponse xmlns=\"https://%s.amazonaws.com/doc/2011-06-15/\">\n  <Error>\n    <Type>Sender</Type>\n    <Code>%s</Code>\n    <Message>%s</Message>\n  </Error>\n  <RequestId>1</RequestId>\n</ErrorResponse>"
                .formatted(service, code, escaped(sentence))),
        new Wrapped(
            "HTTP",
            "HTTP/1.1 %d Forbidden\r\nx-amzn-RequestId: 1234\r\nContent-Type: text/xml\r\n\r\n%s"
                .formatted(STATUS, xml(sentence, code))),
        new Wrapped(
            "JSON",
            json(
                Map.of(
                    "__type",
                    "com.amazonaws.%s#%s".formatted(service, code),
                    "message",
                    sentence))),
        new Wrapped(
            "botocore's response",
            "{'Error': {'Code': '%s', 'Message': %s}, 'ResponseMetadata': {'RequestId': '1', 'HTTPStatusCode': %d, 'RetryAttempts': 0, 'Retried': None}}"
                .formatted(code, json(sentence), STATUS)),
        new Wrapped("CloudTrail", cloudTrail(sentence, code, service, operation)),
        new Wrapped(
            "CloudTrail, looked up",
            json(
                Map.of(
                    "Events",
                    List.of(
                        Map.of(
                            "CloudTrailEvent", cloudTrail(sentence, code, service, operation)))))),
        new Wrapped(
            "Terraform",
            "╷\n│ Error: calling %s: operation error %s: %s, https response error StatusCode: %d, RequestID: 1, api error %s: %s\n│ \n│   with aws_thing.this,\n│   on main.tf line 1\n╵"
                .formatted(
                    operation,
                    service.toUpperCase(Locale.ROOT),
                    operation,
                    STATUS,
                    code,
                    sentence)));
  }

  /** A sentence of Google, with its code. */
  static List<Wrapped> ofGoogle(String sentence, String code) {
    List<Wrapped> all = new ArrayList<>();
    boolean oauth = code.startsWith("invalid_") || code.endsWith("_client");
    if (oauth) {
      String body = json(Map.of("error", code, "error_description", sentence));
      all.add(new Wrapped("OAuth", body));
      all.add(
          new Wrapped(
              "google-auth",
              "google.auth.exceptions.OAuthError: ('Error code %s: %s', '%s')"
                  .formatted(code, sentence.replace("'", "\\'"), body.replace("'", "\\'"))));
      all.add(new Wrapped("google-auth for Java", "Error code %s: %s".formatted(code, sentence)));
      all.add(
          new Wrapped(
              "auth for GitHub",
              "Error: google-github-actions/auth failed with: failed to generate Google Cloud"
                  + " federated token for"
                  + " //iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/p/x:"
                  + " "
                  + body));
      all.add(new Wrapped("oauth2 for Go", "oauth2/google: status code 400: " + body));
      all.add(
          new Wrapped(
              "HTTP", "< HTTP/2 400\n< content-type: application/json; charset=UTF-8\n<\n" + body));
      return all;
    }
    String classic =
        json(
            Map.of(
                "error",
                Map.of(
                    "code",
                    STATUS,
                    "message",
                    sentence,
                    "errors",
                    List.of(Map.of("message", sentence, "domain", "global", "reason", code)))));
    all.add(new Wrapped("classic", classic));
    all.add(
        new Wrapped(
            "One Platform",
            json(
                Map.of(
                    "error",
                    Map.of("code", STATUS, "message", sentence, "status", "PERMISSION_DENIED")))));
    all.add(new Wrapped("in a list", "[" + classic + "]"));
    all.add(
        new Wrapped(
            "gcloud",
            "ERROR: (gcloud.storage.ls) HTTPError %d: %s This command is authenticated as poc@example.com which is the active account specified by the [core/account] property"
                .formatted(STATUS, sentence)));
    all.add(
        new Wrapped(
            "gcloud with details",
            "ERROR: (gcloud.iam.x) PERMISSION_DENIED: %s\n- '@type': type.googleapis.com/google.rpc.ErrorInfo\n  domain: iam.googleapis.com\n  reason: X"
                .formatted(sentence)));
    all.add(new Wrapped("gsutil", "AccessDeniedException: %d %s".formatted(STATUS, sentence)));
    all.add(
        new Wrapped(
            "google-cloud for Python",
            "google.api_core.exceptions.Forbidden: %d GET https://storage.googleapis.com/storage/v1/b/bucket-1/o?projection=noAcl&prettyPrint=false: %s"
                .formatted(STATUS, sentence)));
    all.add(
        new Wrapped(
            "google-cloud for Java",
            "com.google.cloud.storage.StorageException: %s\n\tat com.google.cloud.storage.spi.v1.HttpStorageRpc.translate(HttpStorageRpc.java:1)\nCaused by: com.google.api.client.googleapis.json.GoogleJsonResponseException: %d Forbidden\nGET https://storage.googleapis.com/storage/v1/b/bucket-1\n%s"
                .formatted(sentence, STATUS, classic)));
    all.add(
        new Wrapped(
            "Terraform",
            "╷\n│ Error: Error reading: googleapi: Error %d: %s, %s\n│ \n│   with google_thing.this,\n╵"
                .formatted(STATUS, sentence, code)));
    all.add(
        new Wrapped(
            "Go with details",
            "googleapi: Error %d: %s\nDetails:\n[\n  {\n    \"@type\": \"type.googleapis.com/google.rpc.ErrorInfo\",\n    \"domain\": \"googleapis.com\",\n    \"metadata\": {},\n    \"reason\": \"X\"\n  }\n]\n, %s"
                .formatted(STATUS, sentence, code)));
    all.add(new Wrapped("gRPC", "rpc error: code = PermissionDenied desc = " + sentence));
    all.add(
        new Wrapped(
            "audit log",
            json(
                Map.of(
                    "insertId",
                    "x",
                    "logName",
                    "projects/p/logs/cloudaudit.googleapis.com%2Fdata_access",
                    "protoPayload",
                    Map.of(
                        "@type",
                        "type.googleapis.com/google.cloud.audit.AuditLog",
                        "status",
                        Map.of("code", 7, "message", sentence),
                        "authenticationInfo",
                        Map.of())))));
    return all;
  }

  private static String cloudTrail(String sentence, String code, String service, String operation) {
    return json(
        Map.of(
            "eventVersion",
            "1.11",
            "eventSource",
            service + ".amazonaws.com",
            "eventName",
            operation,
            "userIdentity",
            Map.of("type", "AssumedRole"),
            "errorCode",
            code,
            "errorMessage",
            sentence));
  }

  private static String xml(String sentence, String code) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>%s</Code><Message>%s</Message><RequestId>R</RequestId><HostId>H</HostId></Error>"
        .formatted(code, escaped(sentence));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String json(Object value) {
    return Objects.requireNonNull(JSON.writeValueAsString(value));
  }

  /** Broken at blanks and behind hyphens, as editors do. */
  static String lines(String text, int width, String indent) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.split("(?<= )|(?<=\\w-)(?=[a-z])", -1)) {
      if (column > 0 && column + word.length() > width) {
        lines.append('\n').append(indent);
        column = indent.length();
      }
      lines.append(word);
      column += word.length();
    }
    return lines.toString().replace(" \n", "\n");
  }
}
