package dev.crosstrust.diagnosis.symptom;

import dev.crosstrust.evidence.Leg;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the rest of a run shows of one call's circumstances: who called, and what became of the
 * other calls to the same bucket.
 *
 * @param target the address of the call; empty where only a text is known
 * @param run all legs
 * @param bearer as whom policies name whoever presented the token, as our own check found it; null
 *     where there was none
 */
public record Circumstances(String target, List<Leg> run, @Nullable String bearer) {
  /** Nothing is known but the text. */
  public static final Circumstances NONE = new Circumstances("", List.of(), null);

  private static final Pattern BUCKET = Pattern.compile("/storage/v1/b/([^/?]+)(/o)?(/[^?]+)?");
  private static final Pattern ROWS =
      Pattern.compile("/projects/([^/?]+)(?:/datasets/([^/?]+)(?:/tables/([^/?:]+))?)?");
  private static final Pattern PRINCIPAL = Pattern.compile("principal(?:Set)?://\\S+");
  private static final Pattern ACCOUNT = Pattern.compile("/serviceAccounts/([^/:]+):");
  private static final Pattern POOL =
      Pattern.compile("(iam\\.[^/]+/projects/[^/]+/locations/global/workloadIdentityPools/[^/]+)");

  public Circumstances {
    run = List.copyOf(run);
  }

  /** The bucket that was called. */
  public Optional<String> bucket() {
    return bucketOf(target);
  }

  /** The service account whose token was asked for. */
  public Optional<String> serviceAccount() {
    Matcher account = ACCOUNT.matcher(target);
    return account.find() ? Optional.of(decoded(account.group(1))) : Optional.empty();
  }

  /** The project, dataset or table that was called, for example {@code project:dataset.table}. */
  public Optional<String> table() {
    Matcher path = ROWS.matcher(target);
    if (!path.find()) {
      return Optional.empty();
    }
    String dataset = path.group(2) == null ? "" : ":" + decoded(path.group(2));
    String table = path.group(3) == null ? "" : "." + decoded(path.group(3));
    return Optional.of(decoded(path.group(1)) + dataset + table);
  }

  /** Calls to single objects of the same bucket that went through: reads, writes or deletions. */
  public List<Leg> objectsHad() {
    return run.stream().filter(Symptoms::wentThrough).filter(this::isOfAnObject).toList();
  }

  private boolean isOfAnObject(Leg leg) {
    Matcher path = BUCKET.matcher(leg.request().target());
    if (!path.find() || path.group(2) == null || !isThisBucket(decoded(path.group(1)))) {
      return false;
    }
    String object = Objects.requireNonNullElse(path.group(3), "");
    boolean created = leg.request().method().equals("POST") && object.isEmpty();
    return created || (!object.isEmpty() && !object.contains("/iam"));
  }

  /**
   * Whom the run's access stands for, as a policy names its members: a service account, a principal
   * of the pool, or everybody of the pool where the subject is not known.
   */
  public Optional<String> principal() {
    return run.reversed().stream()
        .filter(Symptoms::wentThrough)
        .flatMap(leg -> principal(leg).stream())
        .findFirst();
  }

  /** What the exchange's answer does not tell, and is only supposed of it, our check has read. */
  private Optional<String> principal(Leg leg) {
    String said = Objects.requireNonNullElse(leg.said(), "");
    return switch (leg.name()) {
      case "impersonation" -> {
        Matcher account = ACCOUNT.matcher(leg.request().target());
        yield account.find()
            ? Optional.of("serviceAccount:" + decoded(account.group(1)))
            : Optional.empty();
      }
      case "exchange" -> {
        Matcher named = PRINCIPAL.matcher(said);
        Matcher pool = POOL.matcher(Symptoms.of(leg).sent().getOrDefault("audience", ""));
        yield bearer != null
            ? Optional.of(bearer)
            : named.find()
                ? Optional.of(named.group())
                : pool.find()
                    ? Optional.of("principalSet://" + pool.group(1) + "/*")
                    : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  /**
   * Whether the call was made with a federated token itself, as far as is known: a run shows it, of
   * a text alone it is possible.
   */
  public boolean mayBeFederated() {
    return run.isEmpty()
        || (went("exchange") && !went("impersonation") && !target.contains("/serviceAccounts/"));
  }

  private boolean went(String name) {
    return run.stream().anyMatch(leg -> leg.name().equals(name) && Symptoms.wentThrough(leg));
  }

  private boolean isThisBucket(String bucket) {
    return bucket().filter(bucket::equals).isPresent();
  }

  private static Optional<String> bucketOf(String target) {
    Matcher path = BUCKET.matcher(target);
    return path.find() ? Optional.of(decoded(path.group(1))) : Optional.empty();
  }

  private static String decoded(String segment) {
    return Symptoms.decoded(segment.replace("+", "%2B"));
  }
}
