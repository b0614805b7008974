package dev.crosstrust.sandbox.aws.sts;

import dev.crosstrust.sandbox.aws.StoredCredential;
import dev.crosstrust.sandbox.aws.account.Session;
import dev.crosstrust.sandbox.aws.query.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A session as STS hands it out. */
final class SessionXml {
  private SessionXml() {}

  static List<Element> of(Session session, SessionPolicies policies) {
    StoredCredential credential = session.credential();
    List<Element> result = new ArrayList<>();
    result.add(
        Element.of(
            "AssumedRoleUser",
            List.of(
                Element.of("AssumedRoleId", credential.caller().userId()),
                Element.of("Arn", credential.caller().arn()))));
    result.add(
        Element.of(
            "Credentials",
            List.of(
                Element.of("AccessKeyId", credential.accessKeyId()),
                Element.of("SecretAccessKey", credential.secretAccessKey()),
                Element.of("SessionToken", Objects.requireNonNull(credential.sessionToken())),
                Element.of("Expiration", Objects.requireNonNull(credential.expires())))));
    policies.packedPercent().ifPresent(it -> result.add(Element.of("PackedPolicySize", it)));
    return result;
  }
}
