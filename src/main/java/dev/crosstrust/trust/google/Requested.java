package dev.crosstrust.trust.google;

import dev.crosstrust.trust.google.cel.Variables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a grant is asked for, as its condition sees it. What is null may be anything.
 *
 * @param service for example {@code storage.googleapis.com}
 * @param type for example {@code storage.googleapis.com/Object}
 * @param begun whether the name is only what it begins with: the rest is made later
 * @see <a href="https://cloud.google.com/iam/docs/conditions-resource-attributes">Resource
 *     attributes of IAM Conditions</a>
 */
public record Requested(
    @Nullable String service, @Nullable String type, @Nullable String name, boolean begun) {
  /** Anything: no page tells what a service account or a project has of these. */
  public static final Requested ANYTHING = new Requested(null, null, null, false);

  private static final String STORAGE = "storage.googleapis.com";
  private static final String BIGQUERY = "bigquery.googleapis.com";
  private static final String RESOURCE = "resource";

  /** A bucket itself, as for its listing. */
  public static Requested bucket(String name) {
    return new Requested(STORAGE, STORAGE + "/Bucket", "projects/_/buckets/" + name, false);
  }

  /**
   * An object.
   *
   * @param begun whether the key is only what it begins with
   */
  public static Requested object(String bucket, String key, boolean begun) {
    String name = "projects/_/buckets/%s/objects/%s".formatted(bucket, key);
    return new Requested(STORAGE, STORAGE + "/Object", name, begun);
  }

  public static Requested table(String project, String dataset, String table) {
    String name = "projects/%s/datasets/%s/tables/%s".formatted(project, dataset, table);
    return new Requested(BIGQUERY, BIGQUERY + "/Table", name, false);
  }

  /** Anything that a policy on this is about: in a bucket any object, in a dataset any table. */
  static Requested within(@Nullable PolicyResource policy) {
    return switch (policy) {
      case null -> ANYTHING;
      case PolicyResource.Project _, PolicyResource.ServiceAccount _ -> ANYTHING;
      case PolicyResource.Bucket _ -> new Requested(STORAGE, null, null, false);
      case PolicyResource.Dataset _ -> new Requested(BIGQUERY, null, null, false);
      case PolicyResource.Table(String project, String dataset, String table) ->
          table(project, dataset, table);
    };
  }

  /**
   * What it may be in the end: with names that a condition has in mind, as far as they go on from
   * this one, and with one that none has.
   *
   * @param texts of the condition
   */
  Stream<Requested> outcomes(List<String> texts) {
    return name == null || !begun
        ? Stream.of(this)
        : Stream.concat(
                Stream.of(name + "\u0000"),
                texts.stream()
                    .flatMap(text -> Stream.of(text, name + text))
                    .filter(it -> it.startsWith(name)))
            .map(whole -> new Requested(service, type, whole, false));
  }

  /** The variables with what is known of it. */
  Variables in(Variables all) {
    Map<String, Object> known = new LinkedHashMap<>();
    Variables seen = all;
    for (Map.Entry<String, @Nullable String> member : members().entrySet()) {
      if (member.getValue() == null) {
        seen = seen.unknown(RESOURCE, member.getKey());
      } else {
        known.put(member.getKey(), member.getValue());
      }
    }
    return seen.with(RESOURCE, known);
  }

  private Map<String, @Nullable String> members() {
    Map<String, @Nullable String> members = new LinkedHashMap<>();
    members.put("service", service);
    members.put("type", type);
    members.put("name", name);
    return members;
  }
}
