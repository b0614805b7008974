package dev.crosstrust.identity.aws;

import dev.crosstrust.identity.Machine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** A home folder with what the AWS tools would have put there. */
public record TestHome(Path home) {
  public TestHome config(String text) {
    return file(".aws/config", text);
  }

  public TestHome credentials(String text) {
    return file(".aws/credentials", text);
  }

  public TestHome ssoToken(String key, String json) {
    return file(".aws/sso/cache/" + hash("SHA-1", key) + ".json", json);
  }

  public TestHome login(String session, String json) {
    return file(".aws/login/cache/" + hash("SHA-256", session) + ".json", json);
  }

  public TestHome file(String name, String text) {
    try {
      Path file = home.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public Machine machine() {
    return new Machine(Map.of(), home);
  }

  public Machine machine(Map<String, String> environment) {
    return new Machine(environment, home);
  }

  public static String hash(String algorithm, String key) {
    try {
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
