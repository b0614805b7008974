package dev.crosstrust.trust.aws;

import java.util.List;

/**
 * An issuer of tokens that the account has registered.
 *
 * @param url as IAM has it, without {@code https://}
 * @param clientIds the audiences it takes
 */
public record OidcProvider(String arn, String url, List<String> clientIds) {
  public OidcProvider {
    clientIds = List.copyOf(clientIds);
  }
}
