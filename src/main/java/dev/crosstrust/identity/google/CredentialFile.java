package dev.crosstrust.identity.google;

import static dev.crosstrust.identity.google.CredentialPlace.text;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a file of credentials says of itself, without its secrets.
 *
 * @param project the project of a key, or the one that pays for a user's calls
 */
record CredentialFile(GoogleSource source, @Nullable String project, String universe) {
  private static final Pattern IMPERSONATION_URL =
      Pattern.compile(".*/serviceAccounts/([^/:]+):generate\\w+");

  /**
   * Reads a file of any {@code type}.
   *
   * @param tokenHost gcloud's property {@code auth/token_host}, which it puts before the file's
   *     {@code token_uri}
   */
  static CredentialFile read(CredentialPlace place, @Nullable String tokenHost)
      throws UnusableFileException {
    JsonNode json = place.read();
    String project = text(json, "project_id");
    return new CredentialFile(
        source(place, json, tokenHost),
        project == null ? text(json, "quota_project_id") : project,
        universe(json));
  }

  private static GoogleSource source(
      CredentialPlace place, JsonNode json, @Nullable String tokenHost)
      throws UnusableFileException {
    String type = place.required(json, "type");
    return switch (type) {
      case "service_account" -> {
        place.required(json, "private_key");
        yield new GoogleSource.ServiceAccountKey(
            place,
            place.required(json, "client_email"),
            text(json, "private_key_id"),
            tokenUri(json, tokenHost));
      }
      case "authorized_user" -> {
        place.required(json, "refresh_token");
        yield new GoogleSource.AuthorizedUser(
            place,
            place.required(json, "client_id"),
            tokenUri(json, tokenHost),
            text(json, "account"));
      }
      case "impersonated_service_account" -> {
        CredentialPlace inner = place.inside("source_credentials");
        yield new GoogleSource.Impersonated(
            place,
            target(place, place.required(json, "service_account_impersonation_url")),
            delegates(json),
            source(inner, inner.read(), tokenHost));
      }
      case "external_account" -> {
        String url = text(json, "service_account_impersonation_url");
        yield new GoogleSource.Federated(
            place,
            place.required(json, "audience"),
            SubjectSource.of(json.path("credential_source")),
            url == null ? null : target(place, url));
      }
      case "external_account_authorized_user" ->
          new GoogleSource.FederatedUser(place, place.required(json, "audience"));
      case "gdch_service_account" ->
          new GoogleSource.DistributedCloudAccount(place, place.required(json, "name"));
      default -> new GoogleSource.UnknownType(place, type);
    };
  }

  private static String universe(JsonNode json) {
    return Objects.requireNonNullElse(
        text(json, "universe_domain"), GoogleEndpoints.DEFAULT_UNIVERSE);
  }

  private static String tokenUri(JsonNode json, @Nullable String tokenHost) {
    String written = tokenHost == null ? text(json, "token_uri") : tokenHost;
    return written == null ? "https://oauth2." + universe(json) + "/token" : written;
  }

  private static String target(CredentialPlace place, String url) throws UnusableFileException {
    Matcher matcher = IMPERSONATION_URL.matcher(url);
    if (!matcher.matches()) {
      throw UnusableFileException.unreadable(
          place + " names no service account in \"service_account_impersonation_url\"");
    }
    return matcher.group(1);
  }

  /** Written as resource names or as plain e-mail addresses. */
  private static List<String> delegates(JsonNode json) {
    return json.path("delegates")
        .valueStream()
        .map(name -> name.asString(""))
        .map(name -> name.substring(name.lastIndexOf('/') + 1))
        .toList();
  }
}
