package dev.crosstrust.sandbox.aws.account;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An OpenID Connect provider that an account has registered.
 *
 * @param url host and path, without {@code https://}, as IAM shows it
 * @param clientIds the audiences it admits
 * @param thumbprints SHA-1 of certificates, 40 hexadecimal digits
 */
public record OidcProvider(
    String account, String url, List<String> clientIds, List<String> thumbprints, Instant created) {
  public OidcProvider {
    clientIds = List.copyOf(clientIds);
    thumbprints = List.copyOf(thumbprints);
  }

  /** The same provider with an audience more; one that it admits already changes nothing. */
  public OidcProvider admitting(String clientId) {
    List<String> all = Stream.concat(clientIds.stream(), Stream.of(clientId)).distinct().toList();
    return new OidcProvider(account, url, all, thumbprints, created);
  }

  /** The ARN, which holds the URL. */
  public String arn() {
    return "arn:aws:iam::" + account + ":oidc-provider/" + url;
  }

  /** What the {@code iss} claim of its tokens has to be, to the letter. */
  public String issuer() {
    return "https://" + url;
  }
}
