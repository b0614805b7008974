package dev.crosstrust.identity.google;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.google.GoogleSource.Unusable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Identities that are one file: Application Default Credentials, and files that are named. */
final class CredentialFiles {
  static final String DEFAULT_ID = "gcloud-adc";
  static final String FILE_ID = "key:";

  private final Machine machine;
  private final GcloudFolder folder;

  CredentialFiles(Machine machine, GcloudFolder folder) {
    this.machine = machine;
    this.folder = folder;
  }

  /**
   * Application Default Credentials: the file the variable names, else the well-known one. The
   * metadata server, the last place in Google's order, is not asked: nothing is fetched to list.
   */
  GoogleIdentity applicationDefault() {
    Optional<Path> named = machine.pathVariable("GOOGLE_APPLICATION_CREDENTIALS");
    Path file = named.orElseGet(folder::applicationDefault);
    try {
      return identity(DEFAULT_ID, file, CredentialFile.read(CredentialPlace.of(file), null));
    } catch (UnusableFileException e) {
      Finding why =
          e.isMissing()
              ? GoogleFindings.applicationDefaultMissing(file, named.isPresent())
              : GoogleFindings.unusable(e);
      return unusable(DEFAULT_ID, file, new Unusable(why, e.isMissing() && named.isEmpty()));
    }
  }

  /** Any file of credentials. */
  GoogleIdentity named(String written) {
    Path file = machine.path(written);
    try {
      return identity(FILE_ID + written, file, CredentialFile.read(CredentialPlace.of(file), null));
    } catch (UnusableFileException e) {
      return unusable(FILE_ID + written, file, new Unusable(GoogleFindings.unusable(e), false));
    }
  }

  private GoogleIdentity unusable(String id, Path file, Unusable source) {
    return identity(id, file, new CredentialFile(source, null, GoogleEndpoints.DEFAULT_UNIVERSE));
  }

  /** Gcloud itself uses neither of them unless told to, so that none is active. */
  private GoogleIdentity identity(String id, Path file, CredentialFile read) {
    GoogleSource source = read.source();
    Identity shown =
        new Identity(
            id,
            Cloud.GOOGLE,
            source.kind(),
            source.principal(),
            file.toString(),
            false,
            Assessment.state(source),
            Assessment.findings(source, false, folder));
    return new GoogleIdentity(
        shown, source, read.project(), List.of(), new GoogleEndpoints(read.universe(), Map.of()));
  }
}
