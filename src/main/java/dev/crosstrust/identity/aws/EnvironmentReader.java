package dev.crosstrust.identity.aws;

import dev.crosstrust.identity.Machine;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** What the environment says of credentials: keys, else a token from a file, else a container. */
record EnvironmentReader(Machine machine) {
  private static final String KEY_ID = "AWS_ACCESS_KEY_ID";
  private static final String SECRET_KEY = "AWS_SECRET_ACCESS_KEY";
  private static final String TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";

  /** How it comes to credentials; nothing when it says nothing of them. */
  Optional<Means> means() {
    Optional<String> id = machine.variable(KEY_ID);
    Optional<String> secret = machine.variable(SECRET_KEY);
    if (id.isPresent() && secret.isPresent()) {
      boolean session = machine.variable("AWS_SESSION_TOKEN").isPresent();
      return Optional.of(new Means.Keys(null, id.get(), session));
    }
    if (id.isPresent() || secret.isPresent()) {
      return unusable("%s is missing".formatted(id.isPresent() ? SECRET_KEY : KEY_ID));
    }
    Optional<String> tokenFile = machine.variable(TOKEN_FILE);
    if (tokenFile.isPresent()) {
      return webIdentity(tokenFile.get());
    }
    return machine
        .variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI")
        .or(() -> machine.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI"))
        .map(_ -> new Means.Elsewhere("EcsContainer"));
  }

  private Optional<Means> webIdentity(String written) {
    Optional<String> role = machine.variable("AWS_ROLE_ARN");
    if (role.isEmpty()) {
      return unusable(TOKEN_FILE + " is set without AWS_ROLE_ARN");
    }
    Path file;
    try {
      file = machine.path(written);
    } catch (InvalidPathException e) {
      return unusable(TOKEN_FILE + " is not a path");
    }
    return Files.isReadable(file)
        ? Optional.of(
            new Means.WebIdentity(
                null,
                role.get(),
                machine.variable("AWS_ROLE_SESSION_NAME").orElse(null),
                null,
                file))
        : unusable("%s = %s cannot be read".formatted(TOKEN_FILE, written));
  }

  private static Optional<Means> unusable(String what) {
    return Optional.of(new Means.Unusable(ProfileFindings.incompleteEnvironment(what)));
  }
}
