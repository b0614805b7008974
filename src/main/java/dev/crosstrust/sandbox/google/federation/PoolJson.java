package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.wire.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Pools and providers in the JSON of Google's API: fields at their default are left out. */
final class PoolJson {
  private static final int USUAL_PAGE = 50;

  private PoolJson() {}

  static Map<String, Object> of(Pool pool) {
    return head(pool.name(), pool.displayName(), pool.disabled(), pool.expires());
  }

  static Map<String, Object> of(Provider provider) {
    Map<String, Object> json =
        head(provider.name(), provider.displayName(), provider.disabled(), provider.expires());
    json.put("attributeMapping", new TreeMap<>(provider.attributeMapping()));
    if (!provider.attributeCondition().isEmpty()) {
      json.put("attributeCondition", provider.attributeCondition());
    }
    switch (provider.source()) {
      case Source.Oidc oidc -> json.put("oidc", of(oidc));
      case Source.Aws aws -> json.put("aws", Map.of("accountId", aws.accountId()));
    }
    return json;
  }

  private static Map<String, Object> of(Source.Oidc oidc) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("issuerUri", oidc.issuerUri());
    if (!oidc.allowedAudiences().isEmpty()) {
      json.put("allowedAudiences", oidc.allowedAudiences());
    }
    String keys = oidc.jwksJson();
    if (keys != null) {
      json.put("jwksJson", keys);
    }
    return json;
  }

  private static Map<String, Object> head(
      String name, String displayName, boolean disabled, @Nullable Instant expires) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("displayName", displayName);
    json.put("state", expires == null ? "ACTIVE" : "DELETED");
    if (disabled) {
      json.put("disabled", true);
    }
    if (expires != null) {
      json.put("expireTime", expires.toString());
    }
    return json;
  }

  /** One page of a list, by {@code pageSize} and {@code pageToken}: the token is a position. */
  static Map<String, Object> page(String field, List<Map<String, Object>> items, Request request) {
    int from = number(request, "pageToken", 0);
    int size = number(request, "pageSize", USUAL_PAGE);
    int to = Math.min(items.size(), from + (size == 0 ? USUAL_PAGE : size));
    Map<String, Object> page = new LinkedHashMap<>();
    if (from < to) {
      page.put(field, items.subList(from, to));
    }
    if (to < items.size()) {
      page.put("nextPageToken", Integer.toString(to));
    }
    return page;
  }

  private static int number(Request request, String name, int otherwise) {
    String text = request.queryParameter(name).orElse("");
    if (text.isEmpty()) {
      return otherwise;
    }
    if (!text.matches("\\d{1,6}")) {
      throw ApiError.invalidArgument("Request contains an invalid argument.");
    }
    return Integer.parseInt(text);
  }
}
