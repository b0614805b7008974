package dev.crosstrust.identity.google;

import dev.crosstrust.identity.Machine;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who this machine can be at Google, read from its files anew at each call: nothing is started,
 * nothing is fetched, and no secret is kept.
 */
public final class GoogleIdentities {
  private final Machine machine;
  private final GcloudFolder folder;
  private final GcloudConfigurations configurations;
  private final CredentialFiles files;

  public GoogleIdentities(Machine machine) {
    this.machine = machine;
    this.folder = new GcloudFolder(machine);
    this.configurations = new GcloudConfigurations(machine, folder);
    this.files = new CredentialFiles(machine, folder);
  }

  /**
   * gcloud's configurations by name, then Application Default Credentials; those are listed as
   * missing only where gcloud is used or a variable names them.
   */
  public List<GoogleIdentity> all() {
    List<GoogleIdentity> all = new ArrayList<>(configurations.all());
    if (folder.exists() || machine.variable("GOOGLE_APPLICATION_CREDENTIALS").isPresent()) {
      all.add(files.applicationDefault());
    }
    return List.copyOf(all);
  }

  /**
   * One identity.
   *
   * @param id {@code gcloud:NAME}, {@code gcloud-adc}, or {@code key:FILE} for any file of
   *     credentials; a file that is missing or wrong makes an identity that says so
   */
  public Optional<GoogleIdentity> find(String id) {
    if (id.equals(CredentialFiles.DEFAULT_ID)) {
      return Optional.of(files.applicationDefault());
    }
    if (id.startsWith(CredentialFiles.FILE_ID)) {
      return named(id.substring(CredentialFiles.FILE_ID.length()));
    }
    return configurations.all().stream()
        .filter(identity -> identity.shown().id().equals(id))
        .findFirst();
  }

  private Optional<GoogleIdentity> named(String file) {
    try {
      return Optional.of(file).filter(name -> !name.isBlank()).map(files::named);
    } catch (InvalidPathException notAPathHere) {
      return Optional.empty();
    }
  }
}
