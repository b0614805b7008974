package dev.crosstrust.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpPagesTest {
  /** Ids are public: none of these goes away, and a new one comes here with its page. */
  private static final String KNOWN =
      """
      account.unexpected
      aws.aud-key-reads-azp aws.azp-depends-on-source aws.claim-missing
      aws.credentials-unknown aws.denied-bare aws.denied-boundary
      aws.denied-explicit-identity aws.denied-explicit-resource aws.denied-identity-policy
      aws.denied-kms aws.denied-public-access-block aws.denied-rcp
      aws.denied-resource-policy aws.denied-scp aws.denied-session-policy
      aws.denied-unexplained aws.denied-vpc-endpoint aws.key-not-found
      aws.keys-unreachable aws.not-an-id-token aws.outbound-algorithm aws.outbound-denied
      aws.outbound-disabled aws.outbound-federated-user aws.outbound-global-endpoint
      aws.outbound-payload aws.outbound-session-too-short aws.outbound-sub-is-role-arn
      aws.policy-malformed aws.profile-endpoint-leaks aws.profile-file-broken
      aws.profile-incomplete aws.profile-login-expired aws.profile-loop
      aws.profile-mfa-ignored aws.profile-runs-command aws.profile-section-dropped
      aws.profile-sso-expired aws.provider-audience-missing aws.provider-missing
      aws.provider-shadows-builtin aws.provider-url-mismatch aws.region-disabled
      aws.role-arn-invalid aws.roles-claim-refuses aws.sdk-module-missing
      aws.session-duration aws.session-name aws.session-policy aws.session-tags
      aws.several-audiences aws.signature-invalid aws.throttled aws.thumbprint
      aws.timestamp-invalid aws.token-expired aws.token-not-yet-valid aws.token-rejected
      aws.token-too-old aws.trust-action-wrong aws.trust-case-differs
      aws.trust-explicit-deny aws.trust-forallvalues-open aws.trust-key-absent
      aws.trust-key-undecided aws.trust-key-unknown aws.trust-near-miss
      aws.trust-no-audience aws.trust-nothing-allowed aws.trust-number-mangled
      aws.trust-open-subject
      aws.trust-org-number-undecided aws.trust-principal-wrong aws.trust-refused
      aws.trust-value-mismatch aws.trust-wildcard-in-equals aws.validation-generic
      aws4.account-mismatch aws4.format aws4.session-token-unsigned aws4.signature
      aws4.stale aws4.target-resource
      bigquery.denied-jobs bigquery.denied-table bigquery.not-found bigquery.rows-rejected
      check.disagrees
      clock.skew
      fossil.pool-for-outward-road fossil.service-account-key fossil.sts-amazonaws-issuer
      fossil.sts-googleapis-provider
      gcs.anonymous gcs.denied gcs.denied-list-under-object-condition gcs.no-such-bucket
      gcs.no-such-object gcs.requester-pays gcs.uniform-access-required
      google.access-token-refused google.adc-missing google.algorithm-undocumented
      google.api-disabled google.attribute-not-mapped google.audience-is-pool
      google.audience-mismatch google.audience-not-resource-name
      google.audience-project-id google.binding-case-differs
      google.binding-condition-refused google.binding-on-provider
      google.binding-project-id google.binding-session-arn google.condition-exploitable
      google.condition-invalid google.condition-missing google.condition-prefix-wide
      google.condition-refused google.configuration-missing google.credential-file-missing
      google.credential-file-unreadable google.credential-type-unknown google.denied
      google.federated-token-unsupported google.id-token-denied
      google.impersonation-denied google.impersonation-property-ignored
      google.issuer-mismatch google.issuer-unreachable google.issuer-uri-invalid
      google.jwks-refused google.key-not-found google.lifetime-too-long
      google.mapping-invalid google.mapping-undecided google.no-id-token-from-federation
      google.not-signed-in google.option-not-for-account google.org-policy
      google.principal-not-bound google.quota-project-denied
      google.quota-project-missing google.reauth-needed
      google.request-malformed google.scope-insufficient google.scope-missing
      google.service-account-missing google.signature-invalid google.subject-empty
      google.subject-too-long google.target-invalid google.throttled google.token-stale
      google.token-unparseable google.universe-mismatch google.user-audience-fixed
      google.vpc-service-controls
      local.unreadable local.unusable
      network.tls-inspected network.unreachable
      response.not-understood
      route.more-than-expected route.step-unsupported route.unreadable
      s3.bucket-disabled s3.expired s3.key-missing-or-hidden s3.no-such-bucket
      s3.session-token-missing s3.signature s3.throttled s3.token-malformed
      s3.wrong-region
      sandbox.not-started
      token.audience-differs token.issuer-differs token.subject-differs token.unreadable
      token.unsigned
      """;

  private static final Pattern WEB =
      Pattern.compile(
          "https://(docs\\.aws\\.amazon\\.com|aws\\.amazon\\.com|cloud\\.google\\.com"
              + "|developers\\.google\\.com)/\\S+");
  private static final Pattern RFC = Pattern.compile("RFC \\d{4}(, section \\d+(\\.\\d+)*)?");

  /** What is about this program alone has no page elsewhere. */
  private static final Pattern OURS = Pattern.compile("(check|local|route|sandbox)\\..*");

  private static final Pattern RAISED =
      Pattern.compile("Finding\\s*\\.(?:error|warning|info)\\(\\s*\"([a-z0-9]+\\.[a-z0-9-]+)\"");
  private static final Pattern MACHINE =
      Pattern.compile("(^|[ `])(/root|/home|/tmp|/work|[A-Z]:\\\\)");

  @Test
  void thereIsAPageForEveryId() {
    assertThat(HelpPages.all())
        .extracting(HelpPage::id)
        .containsExactlyInAnyOrderElementsOf(known());
  }

  @Test
  void thereIsAPageForEveryIdThatTheCodeRaises() throws IOException {
    Set<String> raised = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
        RAISED
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1))
            .forEach(raised::add);
      }
    }

    assertThat(raised).contains("aws.trust-refused", "google.target-invalid", "gcs.anonymous");
    assertThat(known()).containsAll(raised);
  }

  @Test
  void aPageIsFoundByItsId() {
    assertThat(HelpPages.of("aws.aud-key-reads-azp"))
        .hasValueSatisfying(
            page -> assertThat(page.what()).contains("`accounts.google.com:aud`", "`azp`"));
    assertThat(HelpPages.of("aws.no-such-finding")).isEmpty();
    assertThat(HelpPages.of("aws.aud")).isEmpty();
  }

  @Test
  void everyPageIsFoundAsItIsListed() {
    assertThat(HelpPages.all())
        .allSatisfy(page -> assertThat(HelpPages.of(page.id())).hasValue(page));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageIsComplete(HelpPage page) {
    assertThat(page.title()).isNotBlank().doesNotEndWith(".").hasSizeLessThanOrEqualTo(100);
    assertThat(page.what()).hasSizeBetween(60, 700).endsWith(".");
    assertThat(page.signs()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(page.causes()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(page.todo()).isNotEmpty().doesNotHaveDuplicates();
    if (!OURS.matcher(page.id()).matches()) {
      assertThat(page.sources()).isNotEmpty().doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void textsAreTidy(HelpPage page) {
    assertThat(texts(page))
        .allSatisfy(
            text -> {
              assertThat(text).isEqualTo(text.strip()).doesNotContain("\n").doesNotContain("``");
              assertThat(text.chars().filter(it -> it == '`').count()).isEven();
              assertThat(text).doesNotContainPattern(MACHINE);
            });
  }

  @ParameterizedTest
  @MethodSource("pages")
  void sourcesArePagesOfTheCloudsOrRfcs(HelpPage page) {
    assertThat(page.sources())
        .allMatch(source -> WEB.matcher(source).matches() || RFC.matcher(source).matches());
  }

  /** A command is code: what begins like one stands between backticks. */
  @ParameterizedTest
  @MethodSource("pages")
  void commandsAreMarkedAsCode(HelpPage page) {
    assertThat(page.todo())
        .allSatisfy(
            step ->
                assertThat(withoutCode(step))
                    .doesNotContainPattern("\\b(aws|gcloud|bq|crosstrust) [a-z0-9-]+ [a-z-]+ --"));
  }

  private static String withoutCode(String text) {
    return text.replaceAll("`[^`]*`", "");
  }

  private static List<String> texts(HelpPage page) {
    return Stream.of(
            Stream.of(page.title(), page.what()),
            page.signs().stream(),
            page.causes().stream(),
            page.todo().stream(),
            page.sources().stream())
        .flatMap(it -> it)
        .toList();
  }

  private static Set<String> known() {
    return Pattern.compile("\\S+")
        .matcher(KNOWN)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<HelpPage> pages() {
    return HelpPages.all().stream();
  }
}
