package dev.crosstrust.identity.google;

import dev.crosstrust.secret.Redactor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Where an {@code external_account} credential has its subject token from. Shown, and never fetched
 * or run without consent.
 */
public sealed interface SubjectSource {
  /** Its word in the kind of an identity. */
  String kind();

  /** What using it would do. */
  String does();

  /** A file that something else keeps fresh. */
  record FromFile(String path) implements SubjectSource {
    @Override
    public String kind() {
      return "file";
    }

    @Override
    public String does() {
      return "reads " + path;
    }
  }

  /** An address, mostly of a metadata server. */
  record FromUrl(String url) implements SubjectSource {
    @Override
    public String kind() {
      return "url";
    }

    @Override
    public String does() {
      return "fetches " + url;
    }
  }

  /**
   * A program.
   *
   * @param command its command line, secrets taken out
   */
  record FromExecutable(String command) implements SubjectSource {
    @Override
    public String kind() {
      return "executable";
    }

    @Override
    public String does() {
      return "runs " + command + ", never without consent";
    }
  }

  /**
   * The AWS credentials of environment or instance, with which a request is signed.
   *
   * @param url of the instance's credentials
   */
  record FromAws(@Nullable String url) implements SubjectSource {
    @Override
    public String kind() {
      return "aws";
    }

    @Override
    public String does() {
      return "signs with the AWS credentials of the environment"
          + (url == null ? "" : ", or fetches " + url);
    }
  }

  /** Something else: a certificate, or a source newer than this program. */
  record Other() implements SubjectSource {
    @Override
    public String kind() {
      return "other";
    }

    @Override
    public String does() {
      return "takes its subject token from a source that is not known here";
    }
  }

  /** Reads {@code credential_source}, in the form of Google's {@code create-cred-config}. */
  static SubjectSource of(JsonNode source) {
    String environment = CredentialPlace.text(source, "environment_id");
    String url = CredentialPlace.text(source, "url");
    String file = CredentialPlace.text(source, "file");
    String command = CredentialPlace.text(source.path("executable"), "command");
    if (environment != null && environment.startsWith("aws")) {
      return new FromAws(url);
    }
    if (command != null) {
      return new FromExecutable(new Redactor().text(command));
    }
    if (file != null) {
      return new FromFile(file);
    }
    return url == null ? new Other() : new FromUrl(url);
  }
}
