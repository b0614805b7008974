package dev.crosstrust.ui.routes.check;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.TrustCheck;
import dev.crosstrust.trust.aws.TrustQuestion;
import dev.crosstrust.trust.google.PoolCheck;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.PoolQuestion;
import dev.crosstrust.trust.google.ProviderDocument;
import dev.crosstrust.ui.kit.IndentedJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a check again with texts that were changed here. Safe for many threads. */
final class Rejudge {
  private static final List<String> NOT_WRITTEN =
      List.of("Judged by what stands here; nothing was written to the cloud.");
  private static final Kept NOTHING = new Kept(List.of());
  private static final int MAPPING = 0;

  private final LocalCheck read;
  private @Nullable Kept kept;

  /**
   * @param read the check that was made from what was read, or could not be made
   */
  Rejudge(LocalCheck read) {
    this.read = read;
  }

  /** What of it can be changed; nothing of a check that could not be made at all. */
  List<EditedText> texts() {
    return switch (read) {
      case LocalCheck.OfTrust(TrustQuestion question, var _, var _) -> List.of(policy(question));
      case LocalCheck.OfPool(PoolQuestion question, var _, var _) -> provider(question.provider());
      case LocalCheck.NotMade none ->
          none.trust() != null
              ? List.of(policy(none.trust()))
              : none.pool() != null
                  ? List.of(new EditedText("Pool provider", "JSON, as gcloud describes it", "", 0))
                  : List.of();
    };
  }

  private static EditedText policy(TrustQuestion question) {
    String json = IndentedJson.of(question.policy()).orElse(question.policy());
    return new EditedText("Trust policy", "JSON, as iam:GetRole has it", json, 0);
  }

  private static List<EditedText> provider(PoolProvider provider) {
    String mapping =
        provider.mapping().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining("\n"));
    EditedText first =
        new EditedText("Attribute mapping", "attribute = expression, one a line", mapping, 4);
    EditedText condition =
        new EditedText("Attribute condition", "CEL; empty for none", provider.condition(), 3);
    return provider.awsAccount() != null
        ? List.of(first, condition)
        : List.of(
            first,
            condition,
            new EditedText(
                "Allowed audiences",
                "one a line; empty for the provider's own name",
                String.join("\n", provider.audiences()),
                2));
  }

  /**
   * Judges.
   *
   * @param texts in the order of {@link #texts}
   */
  LocalCheck of(List<String> texts) throws Unfit {
    return switch (read) {
      case LocalCheck.OfTrust was -> trust(was.question(), kept(), texts);
      case LocalCheck.OfPool was -> pool(was.question(), kept(), texts);
      case LocalCheck.NotMade none -> {
        if (none.trust() != null) {
          yield trust(none.trust(), NOTHING, texts);
        }
        yield none.pool() == null ? none : unread(none.pool(), texts.getFirst());
      }
    };
  }

  /** It is the same for all that is typed, and as costly to find out as to judge. */
  private synchronized Kept kept() {
    if (kept == null) {
      kept = Kept.of(read.findings(), ofTheDocument());
    }
    return kept;
  }

  private List<Finding> ofTheDocument() {
    try {
      return switch (read) {
        case LocalCheck.OfTrust was -> TrustCheck.of(was.question()).findings();
        case LocalCheck.OfPool was -> PoolCheck.of(was.question()).findings();
        case LocalCheck.NotMade none -> none.findings();
      };
    } catch (UnreadableDocument e) {
      // What was read could be judged then: nothing is known to be beyond it.
      return read.findings();
    }
  }

  private static LocalCheck trust(TrustQuestion was, Kept kept, List<String> texts) throws Unfit {
    String policy = texts.getFirst();
    if (policy.isBlank()) {
      throw new Unfit(0, "There is no policy yet.");
    }
    TrustQuestion now = was.with(policy);
    try {
      return new LocalCheck.OfTrust(now, kept.with(TrustCheck.of(now)), NOT_WRITTEN);
    } catch (UnreadableDocument e) {
      throw new Unfit(0, e.sentence());
    }
  }

  private static LocalCheck pool(PoolQuestion was, Kept kept, List<String> texts) throws Unfit {
    PoolProvider there = was.provider();
    PoolProvider provider =
        new PoolProvider(
            there.name(),
            there.deleted(),
            there.disabled(),
            mapping(texts.get(MAPPING)),
            texts.get(1).strip(),
            there.issuer(),
            texts.size() < 3 ? there.audiences() : lines(texts.get(2)),
            there.awsAccount(),
            there.jwks());
    return judged(was, kept, provider);
  }

  /** The whole provider was given. */
  private static LocalCheck unread(PoolQuestion was, String json) throws Unfit {
    if (json.isBlank()) {
      throw new Unfit(0, "There is no provider yet.");
    }
    try {
      return judged(was, NOTHING, ProviderDocument.read(json));
    } catch (UnreadableDocument e) {
      throw new Unfit(0, e.sentence());
    }
  }

  private static LocalCheck judged(PoolQuestion was, Kept kept, PoolProvider provider) {
    PoolQuestion now = was.with(provider);
    return new LocalCheck.OfPool(now, kept.with(PoolCheck.of(now)), NOT_WRITTEN);
  }

  private static Map<String, String> mapping(String text) throws Unfit {
    Map<String, String> mapping = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      int equals = line.indexOf('=');
      if (line.isEmpty()) {
        continue;
      }
      if (equals < 1) {
        throw new Unfit(
            MAPPING,
            "Line %d, column %d: here an attribute, = and its expression are to stand."
                .formatted(i + 1, lines.get(i).indexOf(line) + 1));
      }
      String attribute = line.substring(0, equals).strip();
      if (mapping.put(attribute, line.substring(equals + 1).strip()) != null) {
        throw new Unfit(MAPPING, "Line %d: %s stands there twice.".formatted(i + 1, attribute));
      }
    }
    return mapping;
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
