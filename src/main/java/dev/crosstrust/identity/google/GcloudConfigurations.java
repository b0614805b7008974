package dev.crosstrust.identity.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.google.GoogleSource.GcloudAccount;
import dev.crosstrust.identity.google.GoogleSource.Unusable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configurations of gcloud, each an identity. */
final class GcloudConfigurations {
  static final String ID = "gcloud:";

  private final Machine machine;
  private final GcloudFolder folder;

  GcloudConfigurations(Machine machine, GcloudFolder folder) {
    this.machine = machine;
    this.folder = folder;
  }

  List<GoogleIdentity> all() {
    List<String> names = new ArrayList<>(folder.configurations());
    Optional<String> active = folder.active();
    // Gcloud makes "default" when there is none; any other that is chosen must exist.
    active
        .filter(name -> folder.exists() && !name.equals("default") && !names.contains(name))
        .ifPresent(names::add);
    return names.stream().map(name -> identity(name, active.equals(Optional.of(name)))).toList();
  }

  private GoogleIdentity identity(String name, boolean active) {
    Path file = folder.configuration(name);
    if (!GcloudFolder.isName(name) || !Files.exists(file)) {
      Finding missing = GoogleFindings.configurationMissing(name, file);
      return identity(name, active, none(), new Unusable(missing, false));
    }
    try {
      GcloudProperties properties = GcloudProperties.read(machine, file);
      return identity(name, active, properties, source(name, properties));
    } catch (UnusableFileException e) {
      return identity(name, active, none(), new Unusable(GoogleFindings.unusable(e), false));
    }
  }

  private GcloudProperties none() {
    return new GcloudProperties(new Machine(Map.of(), machine.home()), Map.of());
  }

  private GoogleIdentity identity(
      String name, boolean active, GcloudProperties properties, GoogleSource source) {
    Path file = folder.configuration(name);
    List<String> chain = properties.impersonate();
    List<Finding> findings = new ArrayList<>(Assessment.findings(source, !chain.isEmpty(), folder));
    if (!chain.isEmpty()) {
      findings.add(GoogleFindings.impersonationIgnored(chain, properties.impersonateSetBy(file)));
    }
    Identity shown =
        new Identity(
            ID + name,
            Cloud.GOOGLE,
            source.kind(),
            chain.isEmpty() ? source.principal() : chain.getLast(),
            file.toString(),
            active,
            Assessment.state(source),
            findings);
    return new GoogleIdentity(
        shown,
        source,
        properties.get("core", "project").orElse(null),
        chain,
        properties.endpoints());
  }

  /** In gcloud's own order: {@code googlecloudsdk/core/credentials/store.py}, {@code _Load}. */
  private GoogleSource source(String name, GcloudProperties properties) {
    String tokenHost = properties.get("auth", "token_host").orElse(null);
    Optional<Path> tokenFile = properties.get("auth", "access_token_file").map(machine::path);
    if (tokenFile.isPresent()) {
      return accessToken(tokenFile.get());
    }
    Optional<Path> override = properties.get("auth", "credential_file_override").map(machine::path);
    if (override.isPresent()) {
      return credentials(override.get(), tokenHost);
    }
    return properties
        .get("core", "account")
        .map(account -> account(name, account, tokenHost))
        .orElseGet(
            () -> new Unusable(GoogleFindings.noAccount(folder.configuration(name), name), true));
  }

  /** Users' tokens are gcloud's to refresh: it knows of re-authentication and device policies. */
  private GoogleSource account(String configuration, String account, @Nullable String tokenHost) {
    Path file = folder.credentialsOf(account);
    if (!Files.exists(file)) {
      return new GcloudAccount(configuration, account, GcloudAccount.Login.NOT_SEEN);
    }
    GoogleSource source = credentials(file, tokenHost);
    return switch (source) {
      case GoogleSource.AuthorizedUser _ ->
          new GcloudAccount(configuration, account, GcloudAccount.Login.USER);
      case GoogleSource.FederatedUser _ ->
          new GcloudAccount(configuration, account, GcloudAccount.Login.WORKFORCE);
      default -> source;
    };
  }

  private static GoogleSource accessToken(Path file) {
    return Files.isReadable(file)
        ? new GoogleSource.AccessTokenFile(file)
        : new Unusable(
            GoogleFindings.unusable(UnusableFileException.missing(file + " does not exist")),
            false);
  }

  private static GoogleSource credentials(Path file, @Nullable String tokenHost) {
    try {
      return CredentialFile.read(CredentialPlace.of(file), tokenHost).source();
    } catch (UnusableFileException e) {
      return new Unusable(GoogleFindings.unusable(e), false);
    }
  }
}
