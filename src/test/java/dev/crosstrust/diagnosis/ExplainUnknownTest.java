package dev.crosstrust.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has nothing to do with the two clouds, or is an error that nobody knows, stays unknown. */
class ExplainUnknownTest {
  static Stream<String> nonsense() {
    return Stream.of(
        "",
        "hello",
        "access denied",
        "%PDF-1.4 \u0000\u0001",
        "{{{{{[[[[",
        "I was denied access to the building; access denied, the guard said.",
        "We set subject_token_type to jwt. The rapt was nice. Token too old: no.",
        "ERROR 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
        "java.nio.file.AccessDeniedException: /etc/shadow",
        "AccessDeniedException: /etc/shadow\n"
            + "\tat sun.nio.fs.UnixException.x(UnixException.java:90)",
        "Error from server (Forbidden): pods is forbidden: User \"x\" cannot list resource"
            + " \"pods\"",
        "curl: (6) Could not resolve host: example.org",
        "request to https://registry.npmjs.org/x failed, reason: connect ETIMEDOUT 1.2.3.4:443",
        "connect ECONNREFUSED 127.0.0.1:5432",
        "HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded with url: /x (Caused"
            + " by NewConnectionError('<x>: Failed to establish a new connection: [Errno -2] Name"
            + " or service not known'))",
        "HTTP/1.1 403 Forbidden\nServer: nginx\nContent-Type: text/html\n\n",
        "{\"message\":\"Forbidden\"}",
        "{\"a\":{\"b\":[1,2,{\"c\":\"d\"}]}}",
        "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS70008: The code has"
            + " expired.\"}",
        "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"The client does not have"
            + " authorization to perform action 'Microsoft.Compute/virtualMachines/read'\"}}",
        "{\"error\":{\"message\":\"Incorrect API key\",\"type\":\"invalid_request_error\"}}",
        "{\"errorCode\":\"E0000004\",\"errorSummary\":\"Authentication failed\"}",
        "<Error><Code>AuthenticationFailed</Code><Message>Server failed to"
            + " authenticate.</Message></Error>",
        "<html><head><title>Welcome</title></head><body>Access Denied, a band</body></html>",
        "npm ERR! 403 403 Forbidden - PUT https://registry.example/x - no permission",
        "fatal: unable to access 'https://git.example/x.git/': The requested URL returned error:"
            + " 403",
        "Permission denied (publickey).",
        "User: bob is not authorized",
        "The specified key does not exist in the dictionary",
        "ValidationError: child \"name\" fails because [\"name\" is required]",
        "Throttling: less",
        "InternalFailure: the application ended",
        "NOT_FOUND: user 5",
        "PERMISSION_DENIED: no",
        "UNAUTHENTICATED: please sign in to our application",
        "invalid_grant: refresh token revoked",
        "rpc error: code = Unauthenticated desc = bad token",
        "An error occurred (NoSuchEntity) when calling the GetRole operation: The role with name X"
            + " cannot be found.",
        "{\"error\":{\"code\":409,\"message\":\"Conflict\",\"errors\":[{\"message\":\"Conflict\","
            + "\"domain\":\"global\",\"reason\":\"conflict\"}]}}",
        "{\"error\":{\"code\":500,\"message\":\"Internal error.\",\"status\":\"INTERNAL\"}}",
        "{\"eventSource\":\"s3.amazonaws.com\",\"eventName\":\"GetObject\",\"requestID\":\"1\"}",
        "{\"protoPayload\":{\"serviceName\":\"storage.googleapis.com\",\"status\":{}}}");
  }

  static Stream<String> reported() {
    return PublishedAnswers.unknown();
  }

  @ParameterizedTest
  @MethodSource({"nonsense", "reported"})
  void isSaidToBeUnknown(String text) {
    assertThat(Explain.text(text).findings()).isEmpty();
  }

  @Test
  void anErrorThatNobodyKnowsKeepsWhatIsSureOfIt() {
    Explained explained =
        Explain.text(
            "An error occurred (NoSuchEntity) when calling the GetRole operation: The role with"
                + " name X cannot be found.");

    assertThat(explained)
        .isEqualTo(new Explained("iam", "GetRole", null, "NoSuchEntity", null, List.of()));
  }

  /** Each is long enough that what grows with the square of it, or goes down with it, is seen. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[{",
        "{\"a\":",
        "<",
        "<Error><Code>",
        "<?xml",
        "<Error>",
        "\"",
        "\\",
        "\\\"{\\\"",
        "x",
        "> ",
        "│ ",
        "a-\n",
        "\n\n",
        "eyJ",
        "AKIA",
        "User: ",
        "User[",
        ")",
        "Permission '",
        "\uE000",
        "-----BEGIN "
      })
  void endlessTextsEnd(String repeated) {
    String text = repeated.repeat(400_000 / repeated.length());

    assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> assertThat(Explain.text(text).findings()).isEmpty());
  }
}
