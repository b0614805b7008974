package dev.crosstrust.diagnosis;

import dev.crosstrust.diagnosis.reading.ErrorBody;
import dev.crosstrust.diagnosis.symptom.Rule;
import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import java.util.List;
import java.util.regex.Pattern;

/** No answer, or one that some box in between gave. */
final class TransportRules {
  private static final Pattern UNTRUSTED =
      Pattern.compile(
          "(?i)PKIX|x509:|SSL validation failed|CERTIFICATE_VERIFY_FAILED|unable to find valid"
              + " certification path|self.signed certificate|certificate_unknown|No subject"
              + " alternative");

  static final List<Rule> TABLE =
      List.of(
          new Rule(
              symptom -> !symptom.answered() && symptom.find(UNTRUSTED).isPresent(),
              TransportRules::inspected),
          new Rule(symptom -> !symptom.answered(), TransportRules::unreachable),
          new Rule(TransportRules::isPage, TransportRules::page),
          new Rule(TransportRules::isRedirect, TransportRules::redirected));

  private TransportRules() {}

  private static Finding unreachable(Symptom symptom) {
    return Finding.error("network.unreachable", "%s could not be reached".formatted(symptom.who()))
        .fix(network())
        .confidence(
            symptom.pasted() && symptom.service().isEmpty()
                ? Confidence.LIKELY
                : Confidence.CERTAIN);
  }

  static Fix[] network() {
    return new Fix[] {
      Fix.of("Look at the network, a VPN and the proxy's settings, then run again"),
      Fix.of("If an endpoint of your own is set (endpoint_url), see that it is running")
    };
  }

  private static Finding inspected(Symptom symptom) {
    return Finding.error(
            "network.tls-inspected",
            "The certificate that answered is not one that %s trusts"
                .formatted(symptom.pasted() ? "the program" : "this machine's Java"))
        .because("The clouds' own certificates are trusted; a proxy that opens TLS shows its own")
        .fix(
            Fix.of(
                symptom.pasted()
                    ? "Give the program the proxy's certificate authority: AWS_CA_BUNDLE (aws),"
                        + " core/custom_ca_certs_file (gcloud), NODE_EXTRA_CA_CERTS (Node),"
                        + " SSL_CERT_FILE (Go), the trust store (Java)"
                    : "Add the proxy's certificate authority to Java's trust store, or have these"
                        + " hosts exempted from inspection"))
        .confidence(Confidence.LIKELY);
  }

  /** Of the answers that went through without an error inside, only pages are asked about here. */
  private static boolean isPage(Symptom symptom) {
    boolean wentThrough =
        symptom.status() != null && symptom.status() < 300 && symptom.code() == null;
    return wentThrough || ErrorBody.isPage(symptom.message());
  }

  /** S3 alone sends its callers elsewhere: to the bucket's region. */
  private static boolean isRedirect(Symptom symptom) {
    Integer status = symptom.status();
    boolean region = symptom.from("s3") && status != null && (status == 301 || status == 307);
    return status != null && status >= 300 && status < 400 && symptom.code() == null && !region;
  }

  private static Finding redirected(Symptom symptom) {
    return Finding.error(
            "response.not-understood", "%s was said to be elsewhere".formatted(symptom.who()))
        .because("Proxies, gateways and sign-in portals redirect; this service does not")
        .fix(Fix.of("Find out what stands between this machine and the service, then run again"))
        .confidence(Confidence.LIKELY);
  }

  private static Finding page(Symptom symptom) {
    return Finding.error(
            "response.not-understood",
            "A web page came back where %s answers in XML or JSON".formatted(symptom.who()))
        .because("Proxies, gateways and sign-in portals answer with pages; the clouds do not")
        .fix(Fix.of("Find out what stands between this machine and the service, then run again"))
        .confidence(Confidence.LIKELY);
  }
}
