package dev.crosstrust.trust.google;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * As whom policies name somebody of a pool. Values stand there as they are, unescaped.
 *
 * @see <a href="https://cloud.google.com/iam/docs/principal-identifiers">Principal identifiers</a>
 */
final class Principals {
  private Principals() {}

  /** All of them, the narrowest first. */
  static List<String> of(Names names, Mapped mapped) {
    Optional<ProviderName> name = ProviderName.of(names.provider().name());
    if (name.isEmpty()) {
      return List.of();
    }
    String pool = names.host() + "/" + name.get().poolName();
    Set<String> principals = new LinkedHashSet<>();
    mapped
        .name()
        .ifPresent(subject -> principals.add("principal://%s/subject/%s".formatted(pool, subject)));
    mapped
        .attributes()
        .forEach(
            (key, value) -> {
              if (!key.equals(MappingRules.SUBJECT)) {
                String of = key.equals(MappingRules.GROUPS) ? "group" : key;
                texts(value).stream()
                    .filter(text -> !text.isEmpty())
                    .forEach(
                        text ->
                            principals.add("principalSet://%s/%s/%s".formatted(pool, of, text)));
              }
            });
    principals.add("principalSet://%s/*".formatted(pool));
    return List.copyOf(principals);
  }

  private static List<String> texts(Object value) {
    List<String> texts = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(each -> texts.add(each.toString()));
    } else {
      texts.add(value.toString());
    }
    return texts;
  }
}
