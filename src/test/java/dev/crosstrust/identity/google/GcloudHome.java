package dev.crosstrust.identity.google;

import dev.crosstrust.identity.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A home folder with gcloud's settings, made for a test; its keys are made when it runs. */
public final class GcloudHome {
  /** Stands in every place of a secret other than a private key. */
  public static final String CANARY = "CANARY0123456789abcdef";

  private static final KeyPair KEYS = newKeys();

  private final Path home;
  private final Map<String, String> environment = new HashMap<>();

  public GcloudHome(Path home) {
    this.home = home;
  }

  public Machine machine() {
    return new Machine(environment, home);
  }

  public GoogleIdentity find(String id) {
    return new GoogleIdentities(machine()).find(id).orElseThrow();
  }

  public GcloudHome variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Path root() {
    return home.resolve(".config/gcloud");
  }

  public GcloudHome configuration(String name, String... lines) throws IOException {
    write(root().resolve("configurations/config_" + name), String.join("\n", lines));
    return this;
  }

  public GcloudHome active(String name) throws IOException {
    write(root().resolve("active_config"), name);
    return this;
  }

  public GcloudHome account(String folder, String json) throws IOException {
    write(root().resolve("legacy_credentials").resolve(folder).resolve("adc.json"), json);
    return this;
  }

  public GcloudHome applicationDefault(String json) throws IOException {
    write(root().resolve("application_default_credentials.json"), json);
    return this;
  }

  public Path file(String name, String content) throws IOException {
    return write(home.resolve(name), content);
  }

  private static Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  public static KeyPair keys() {
    return KEYS;
  }

  /** The key's lines, without the frame. */
  public static String privateKey() {
    return Base64.getEncoder().encodeToString(KEYS.getPrivate().getEncoded());
  }

  public static String serviceAccount(String email, String tokenUri) {
    return """
    {"type": "service_account", "project_id": "demo-product-sbx", "private_key_id": "k1",
     "private_key": "-----BEGIN %1$s-----\\n%2$s\\n-----END %1$s-----\\n",
     "client_email": "%3$s", "token_uri": "%4$s"}
    """
        .formatted("PRIVATE KEY", privateKey(), email, tokenUri);
  }

  public static String user(String tokenUri) {
    return """
    {"type": "authorized_user", "client_id": "764.apps.googleusercontent.com",
     "client_secret": "%1$s", "refresh_token": "%1$s", "quota_project_id": "paying",
     "token_uri": "%2$s"}
    """
        .formatted(CANARY, tokenUri);
  }

  private static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
