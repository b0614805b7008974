package dev.crosstrust.sandbox.google.account;

import java.util.List;

/**
 * A user's standing consent to one OAuth client.
 *
 * @param clientId the client it was given to; no other may use it
 * @param scopes what the user consented to
 */
public record RefreshToken(String value, User user, String clientId, List<String> scopes) {
  @Override
  public String toString() {
    return "RefreshToken[" + user.email() + " to " + clientId + "]";
  }
}
