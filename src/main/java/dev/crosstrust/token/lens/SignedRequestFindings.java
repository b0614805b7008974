package dev.crosstrust.token.lens;

import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.token.SignedRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What Google, or AWS when Google asks it, will refuse about a signed {@code GetCallerIdentity}:
 * its fields one by one, as far as they can be judged without the secret key and without the
 * provider.
 */
final class SignedRequestFindings {
  private static final Pattern STS = Pattern.compile("sts(?:\\.[a-z0-9-]+)?\\.amazonaws\\.com");
  private static final Pattern TARGET =
      Pattern.compile(
          "(?:https:)?//iam\\.[a-z0-9.-]+/projects/\\d+/locations/global/workloadIdentityPools/[^/]+"
              + "/providers/[^/]+");
  private static final String TARGET_RESOURCE = "x-goog-cloud-target-resource";
  private static final String SESSION_TOKEN = "x-amz-security-token";
  private static final Set<String> KNOWN =
      Set.of("host", "x-amz-date", SESSION_TOKEN, TARGET_RESOURCE, "authorization", "content-type");

  private final SignedRequest request;
  private final List<Finding> findings = new ArrayList<>();

  private SignedRequestFindings(SignedRequest request) {
    this.request = request;
  }

  static List<Finding> of(SignedRequest request) {
    SignedRequestFindings check = new SignedRequestFindings(request);
    check.form();
    check.address();
    check.target();
    SigV4.of(request.headerNamed("authorization").orElse(""))
        .ifPresentOrElse(check::signature, check::noSignature);
    return check.findings;
  }

  private void form() {
    if (!request.encoded()) {
      findings.add(
          Finding.warning("aws4.format", "The signed request is not percent-encoded.")
              .because("It begins with `{`; Google wants the JSON percent-encoded.")
              .fix(Fix.of("Percent-encode the JSON once before it is sent as `subject_token`."))
              .confidence(Confidence.LIKELY)
              .source(Sources.GOOGLE_STS));
    }
    if (!request.method().equals("POST")) {
      format("The method is not POST.", "`method` is %s.".formatted(request.method()));
    }
    Set<String> more = new TreeSet<>();
    request.headers().stream()
        .map(header -> SigV4.lower(header.name()))
        .filter(name -> !KNOWN.contains(name))
        .forEach(more::add);
    if (!more.isEmpty()) {
      findings.add(
          Finding.warning("aws4.format", "There are headers that Google may not take.")
              .because("Besides the usual ones there are %s.".formatted(String.join(", ", more)))
              .fix(Fix.of("Leave them out: the body is empty, and its hash needs no header."))
              .confidence(Confidence.POSSIBLE)
              .source(Sources.GOOGLE_STS));
    }
  }

  private void address() {
    String host = host();
    if (!STS.matcher(host).matches()) {
      format(
          "The request is not for an endpoint of AWS STS.",
          "The host in `url` is %s; Google asks sts.REGION.amazonaws.com or sts.amazonaws.com only."
              .formatted(host.isEmpty() ? "absent" : host));
    }
    if (!request.url().startsWith("https://")
        || !request.url().contains("Action=GetCallerIdentity")) {
      format("The request is not `GetCallerIdentity` over https.", "`url` says something else.");
    }
    String signedHost = request.headerNamed("host").orElse("");
    if (!signedHost.equals(host)) {
      wrong(
          "The header `host` and the host in `url` differ.",
          "They are %s and %s.".formatted(signedHost.isEmpty() ? "absent" : signedHost, host));
    }
  }

  private void target() {
    List<String> targets =
        request.headers().stream()
            .filter(header -> header.name().equalsIgnoreCase(TARGET_RESOURCE))
            .map(SignedRequest.Header::value)
            .distinct()
            .toList();
    if (targets.isEmpty()) {
      target("The request does not say which pool provider it is for.", "There is no such header.");
    } else if (targets.size() > 1) {
      target("The request names several targets.", String.join(" and ", targets) + ".");
    } else if (!TARGET.matcher(targets.getFirst()).matches()) {
      target(
          "The target is not the full name of a pool provider.",
          "It is %s.".formatted(targets.getFirst()));
    }
  }

  private void signature(SigV4 signed) {
    time(signed);
    scope(signed);
    session(signed);
    for (String name : List.of("host", "x-amz-date")) {
      if (!signed.covers(name)) {
        wrong("The signature does not cover `%s`.".formatted(name), "SignedHeaders lacks it.");
      }
    }
    if (request.headerNamed(TARGET_RESOURCE).isPresent() && !signed.covers(TARGET_RESOURCE)) {
      findings.add(
          Finding.warning("aws4.target-resource", "The target is not under the signature.")
              .because(
                  "SignedHeaders lacks `x-goog-cloud-target-resource`: whoever gets hold of the"
                      + " request can present it at another provider.")
              .fix(Fix.of("Sign this header too; Google recommends it, and does not demand it."))
              .source(Sources.GOOGLE_STS));
    }
    boolean capital =
        request.headers().stream().anyMatch(header -> header.name().equals("Authorization"));
    if (!capital) {
      findings.add(
          Finding.warning("aws4.format", "`Authorization` is not written with a capital A.")
              .because("Requests with `authorization` were reported as refused.")
              .fix(Fix.of("Write the name as in Google's examples."))
              .confidence(Confidence.POSSIBLE)
              .source(Sources.GOOGLE_STS));
    }
  }

  private void noSignature() {
    format(
        "The request is not signed with AWS Signature Version 4.",
        "The header `Authorization` is absent or of another form.");
  }

  private void time(SigV4 signed) {
    String stamp = request.headerNamed("x-amz-date").orElse("");
    if (!stamp.matches("\\d{8}T\\d{6}Z")) {
      format(
          "The time of signing is not a time stamp.",
          "`x-amz-date` is %s; 20261121T194041Z is the form."
              .formatted(stamp.isEmpty() ? "absent" : stamp));
    } else if (!stamp.startsWith(signed.day())) {
      wrong(
          "The day of the credential scope is not that of `x-amz-date`.",
          "They are %s and %s.".formatted(signed.day(), stamp));
    }
  }

  private void scope(SigV4 signed) {
    String host = host();
    String region =
        host.equals("sts.amazonaws.com")
            ? "us-east-1"
            : host.replaceFirst("^sts\\.", "").replaceFirst("\\.amazonaws\\.com$", "");
    if (STS.matcher(host).matches() && !region.equals(signed.region())) {
      wrong(
          "The region of the credential scope is not that of the endpoint.",
          "The scope says %s, %s is of %s.".formatted(signed.region(), host, region));
    }
    if (!signed.service().equals("sts")) {
      wrong(
          "The credential scope is not for STS.", "Its service is %s.".formatted(signed.service()));
    }
  }

  private void session(SigV4 signed) {
    boolean there = request.headerNamed(SESSION_TOKEN).isPresent();
    if (there && !signed.covers(SESSION_TOKEN)) {
      session("The session token is not under the signature.", "SignedHeaders lacks it.");
    } else if (!there && signed.keyId().startsWith("ASIA")) {
      session(
          "The session token is missing.",
          "The access key begins with ASIA: it is temporary, and counts with its token only.");
    }
  }

  private void session(String title, String because) {
    add("aws4.session-token-unsigned", title, because, "Sign with `x-amz-security-token` set.");
  }

  private void target(String title, String because) {
    add(
        "aws4.target-resource",
        title,
        because,
        "Set `x-goog-cloud-target-resource` to the provider's full name before signing.");
  }

  private void wrong(String title, String because) {
    add("aws4.signature", title, because, "Sign anew: AWS computes another signature.");
  }

  private void format(String title, String because) {
    add("aws4.format", title, because, "Build it as Google's own libraries do.");
  }

  private void add(String id, String title, String because, String fix) {
    findings.add(
        Finding.error(id, title).because(because).fix(Fix.of(fix)).source(Sources.GOOGLE_STS));
  }

  private String host() {
    try {
      String host = URI.create(request.url()).getHost();
      return host == null ? "" : host;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
