package dev.crosstrust.sandbox.google.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A method as error details name it.
 *
 * @param service for example {@code iamcredentials.googleapis.com}
 * @param name for example {@code google.iam.credentials.v1.IAMCredentials.GenerateIdToken}
 */
public record ApiMethod(String service, String name) {
  Map<String, String> metadata() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("service", service);
    metadata.put("method", name);
    return metadata;
  }
}
