package dev.crosstrust.diagnosis.reading;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What command lines, SDKs and logs put before and behind a sentence. Groups name what is learned
 * from it: {@code forbidden} (an answer of 401 or 403), {@code service}, {@code operation}, {@code
 * status}, {@code code}, {@code url}, {@code audience}. A pattern that begins with letters of its
 * own is found faster than one that does not (see {@link Beginnings}), so that what is learned from
 * before them is looked for behind them.
 *
 * @param framed whether only the two clouds' tools write so
 */
record Wrapping(Pattern pattern, boolean framed) {
  /** Before a sentence. */
  static final List<Wrapping> HEADS =
      List.of(
          // botocore and the aws command line
          sure(
              "An error occurred \\((?<code>[\\w.]+)\\)(?: when calling the (?<operation>\\w+)"
                  + " operation)?(?: \\(reached max retries: \\d+\\))?:"),
          // Go v2
          sure(
              "operation error (?<service>[A-Z][\\w ]{0,40}?): (?<operation>\\w+),"
                  + "(?: exceeded maximum number of attempts, \\d+,)?(?: https response error)?"
                  + "(?: StatusCode: (?<status>\\d+),)?(?: RequestID: [^,\\n]*,)?"
                  + "(?: HostID: [^,\\n]*,)?(?: api error (?<code>[\\w.]+):)?"),
          // Java, .NET, Ruby
          sure("software\\.amazon\\.awssdk\\.services\\.(?<service>\\w+)\\.model\\.(?<code>\\w+):"),
          sure("com\\.amazonaws\\.services\\.(?<service>\\w+)\\.model\\.(?<code>\\w+):"),
          sure("Amazon\\.(?<service>S3|SecurityToken|\\w+)\\.(?:Model\\.)?(?<code>\\w+Exception):"),
          sure("Aws::(?<service>\\w+)::Errors::(?<code>\\w+):"),
          // PHP
          sure("Error executing \"(?<operation>\\w+)\" on \"(?<url>[^\"\\s]+)\"[;:]?"),
          sure("(?:AWS HTTP error|Client error|Server error):"),
          sure("`[A-Z]+ https?://[^`]*` resulted in a `(?<status>\\d{3})[^`]*` response:?"),
          sure(
              "\\((?:client|server)\\):"
                  + "(?<=\\b(?<code>[A-Za-z]\\w{1,80})\\s{1,9}\\((?:client|server)\\):)"),
          // Terraform
          sure("error calling (?<service>[a-z0-9]+):(?<operation>[A-Z]\\w+):"),
          // Hadoop: what S3 answered 401 or 403
          sure(
              "java\\.nio\\.file\\.(?<forbidden>AccessDeniedException):? s3[an]?://\\S+"
                  + "(?: \\w+ on s3[an]?://\\S+)?(?=\\s)"),
          // GitHub's action for AWS
          sure("Could not assume role with (?:OIDC|user credentials|web identity):"),
          // JavaScript v2, of an answer without a body
          open("\\b(?<forbidden>Forbidden): null\\b"),
          // Google's libraries and tools
          sure("googleapi: Error (?<status>\\d{3}):"),
          sure("googleapi: got HTTP response code (?<status>\\d{3}) with body:"),
          sure("ERROR: \\(gcloud[\\w.-]*\\)(?: HTTPError (?<status>\\d{3}):)?"),
          sure("BigQuery error in [\\w ]{1,30}? operation:"),
          sure(
              "\\b(?<status>[45]\\d\\d) (?:GET|POST|PUT|PATCH|DELETE|HEAD)"
                  + " (?<url>https?://\\S+?):(?=\\s)"),
          sure(
              "google\\.api_core\\.exceptions\\.\\w+: (?<status>\\d{3})"
                  + "(?: (?:GET|POST|PUT|PATCH|DELETE|HEAD) (?<url>https?://\\S+?):)?(?=\\s)"),
          sure("google\\.auth\\.exceptions\\.\\w+:"),
          sure(
              "com\\.google\\.api\\.client\\.googleapis\\.json\\.GoogleJsonResponseException:"
                  + " (?<status>\\d{3}) [^\\n]*"),
          sure("com\\.google\\.cloud\\.\\w+\\.\\w+Exception:"),
          sure("StatusRuntimeException: (?<code>[A-Z_]+):"),
          open("rpc error: code = (?<code>\\w+) desc ="),
          open(
              "(?:AccessDenied|BadRequest|NotFound|Service|Unauthorized)Exception:"
                  + " (?<status>\\d{3})(?=\\s)"),
          // Node, Python's requests
          open("request to (?<url>https?://\\S+) failed, reason:"),
          open("HTTPS?ConnectionPool\\(host='(?<url>[^'\\s]+)', port=\\d+\\):"),
          open("Error code (?<code>\\w+)(?: trying to getIDToken)?:"),
          sure(
              "failed to generate Google Cloud (?:federated|access|ID) token for"
                  + " (?<audience>\\S+):"),
          sure(
              "oauth2(?:/google)?: (?:cannot fetch token|status code)[: ] ?(?<status>\\d{3})"
                  + "(?: [A-Z][a-z]+){0,3}[:;]?(?: Response:)?"),
          open("oauth2: \"(?<code>\\w+)\""),
          // any of their words with a colon
          new Wrapping(
              Pattern.compile(
                  "(?<![\\w./$:-])(?<code>(?:%s)(?:Exception|Error)?):(?=\\s)"
                      .formatted(Codes.WORDS)),
              false));

  /** The first line of an answer over HTTP, with headers behind it and no sentence. */
  static final Pattern STATUS_LINE =
      Pattern.compile("HTTP/\\d(?:\\.\\d)? (?<status>[1-5]\\d\\d)\\b[^\\n\\uE000]*");

  /** Behind a sentence. */
  static final List<Wrapping> TAILS =
      List.of(
          sure(
              "(?:; request: [A-Z]+ (?<url>https?://\\S+)[^\\n"
                  + "]*?)?\\(Service: (?<service>[^,;()]+)[,;] Status Code:"
                  + " (?<status>\\d{3})[,;](?: Error Code: (?<code>[\\w.]+)[,;])?[^()]*\\)(?:"
                  + " \\(SDK Attempt Count: \\d+\\))?"),
          sure("status code: (?<status>\\d{3}), request id:[^\\n]*"),
          sure("\\(Aws::(?<service>\\w+)::Errors::(?<code>\\w+)\\)"),
          sure(
              "\\n"
                  + "\\h{1,40}at\\sRequest\\.extractError"
                  + " \\(\\S*?aws-sdk/lib/(?:services|protocol)/(?:(?<service>s3)|\\w+)\\.js:[^\\n"
                  + "]*"),
          open(
              ", (?<code>forbidden|notFound|accessDenied|invalid|authError|vpcServiceControls"
                  + "|rateLimitExceeded|quotaExceeded|insufficientPermissions|required)"
                  + "(?=\\s*(?:\\n|$))"));

  private static Wrapping sure(String regex) {
    return new Wrapping(Sentence.pattern(regex), true);
  }

  private static Wrapping open(String regex) {
    return new Wrapping(Sentence.pattern(regex), false);
  }
}
