package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.api.GoogleError;
import dev.crosstrust.sandbox.google.api.OAuthError;

/**
 * The refusals of Google STS, to the letter. For the few of which no text is known the words are
 * our own; each of these says so.
 */
final class ExchangeErrors {
  private ExchangeErrors() {}

  static GoogleError audience(String shown) {
    return OAuthError.invalidGrant(
        "The audience in ID Token [" + shown + "] does not match the expected audience.");
  }

  static GoogleError issuer(String shown, String expected) {
    return OAuthError.invalidGrant(
        "The issuer in ID Token %s does not match the expected one in config: %s."
            .formatted(shown, expected));
  }

  static GoogleError stale(String issuedAt) {
    return OAuthError.invalidGrant("ID Token issued at " + issuedAt + " is stale to sign-in.");
  }

  /** Also the answer to everything that is wrong about the key itself. */
  static GoogleError issuerNotReached() {
    return OAuthError.invalidGrant("Error connecting to the given credential's issuer.");
  }

  static GoogleError signature() {
    return OAuthError.invalidGrant("Unable to verify the ID Token signature.");
  }

  static GoogleError notJwt() {
    return OAuthError.invalidGrant("Unable to parse the ID Token.");
  }

  static GoogleError conditionRefuses() {
    return OAuthError.of(
        400, "unauthorized_client", "The given credential is rejected by the attribute condition.");
  }

  static GoogleError noSubject() {
    return OAuthError.of(
        400,
        "unauthorized_client",
        "Could not obtain a value for google.subject from the given credential.");
  }

  static GoogleError subjectTooLong() {
    return OAuthError.invalidRequest(
        "The size of mapped attribute google.subject exceeds the 127 bytes limit. Either modify"
            + " your attribute mapping or the incoming assertion to produce a mapped attribute that"
            + " is less than 127 bytes.");
  }

  static GoogleError noText(String attribute) {
    return OAuthError.of(
        400,
        "unauthorized_client",
        "The mapped attribute '%s' must be of type STRING.".formatted(attribute));
  }

  /** Our own words: the limit is documented, its text is not. */
  static GoogleError attributesTooLarge() {
    return OAuthError.invalidRequest("The size of all mapped attributes exceeds the 8 KB limit.");
  }

  static GoogleError target() {
    return OAuthError.of(
        400,
        "invalid_target",
        "The target service indicated by the \"audience\" parameters is invalid. This might either"
            + " be because the pool or provider is disabled or deleted or because it doesn't"
            + " exist.");
  }

  static GoogleError notProviderName() {
    return OAuthError.invalidRequest(
        "Invalid value for \"audience\". This value should be the full resource name of the"
            + " Identity Provider. See"
            + " https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token for the list"
            + " of possible formats.");
  }

  static GoogleError awsFormat() {
    return OAuthError.invalidGrant("AWS request has invalid format.");
  }

  /** Our own words: what Google says of a refusal by AWS is not known. */
  static GoogleError awsRefused(String code) {
    return OAuthError.invalidGrant("AWS did not accept the signed request: " + code);
  }

  /** Our own words. */
  static GoogleError otherAwsAccount() {
    return OAuthError.invalidGrant(
        "The AWS account of the given credential does not match the expected one in config.");
  }

  /** Our own words: a provider of another kind than the token. */
  static GoogleError otherKind() {
    return OAuthError.invalidRequest(
        "The subject_token_type does not match the type of the Identity Provider.");
  }
}
