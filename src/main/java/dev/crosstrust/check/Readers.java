package dev.crosstrust.check;

import dev.crosstrust.identity.Identity;
import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.aws.Means;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.identity.google.GoogleSource;
import dev.crosstrust.trust.aws.RoleArn;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who of this machine may be asked to read how the clouds are configured, in the order in which to
 * ask. Those that nobody named are ready by themselves: no program is run, nobody signs in, no
 * consent is needed.
 */
public record Readers(List<AwsIdentity> aws, List<GoogleIdentity> google) {
  /** Who may not read is told so by every one of the calls. */
  private static final int MOST = 4;

  /** Nobody may be asked. */
  public static final Readers NOBODY = new Readers(List.of(), List.of());

  public Readers {
    aws = List.copyOf(aws);
    google = List.copyOf(google);
  }

  /** All that can be asked without anybody's help; the clouds' own tools' choice first. */
  public static Readers of(Machine machine, InstantSource clock) {
    return new Readers(
        ready(
            new AwsIdentities(machine, clock).all().stream().filter(it -> isQuiet(it.means())),
            AwsIdentity::shown),
        ready(
            new GoogleIdentities(machine).all().stream().filter(it -> isQuiet(it.source())),
            GoogleIdentity::shown));
  }

  /** The same; where somebody was named, nobody else is asked, of the other cloud neither. */
  public Readers naming(@Nullable AwsIdentity ofAws, @Nullable GoogleIdentity ofGoogle) {
    return ofAws == null && ofGoogle == null
        ? this
        : new Readers(
            ofAws == null ? List.of() : List.of(ofAws),
            ofGoogle == null ? List.of() : List.of(ofGoogle));
  }

  private static <T> List<T> ready(Stream<T> all, Function<T, Identity> shown) {
    return all.filter(it -> shown.apply(it).state() == Identity.State.READY)
        .sorted(Comparator.comparing(it -> !shown.apply(it).active()))
        .toList();
  }

  /** Those that are not known to be of another account. */
  List<AwsIdentity> aws(String account) {
    return aws.stream()
        .filter(it -> account(it.means()) == null || account.equals(account(it.means())))
        .limit(MOST)
        .toList();
  }

  /** Those of the universe, the ones whose settings name the project first. */
  List<GoogleIdentity> google(@Nullable String project, String universe) {
    return google.stream()
        .filter(it -> it.endpoints().universe().equals(universe))
        .sorted(Comparator.comparing(it -> project == null || !project.equals(it.project())))
        .limit(MOST)
        .toList();
  }

  private static boolean isQuiet(Means means) {
    return switch (means) {
      case Means.Keys _, Means.SingleSignOn _, Means.Login _ -> true;
      case Means.AssumedRole role -> !role.mfa() && isQuiet(role.source());
      case Means.WebIdentity _,
          Means.Program _,
          Means.Elsewhere _,
          Means.Nothing _,
          Means.Unusable _ ->
          false;
    };
  }

  private static boolean isQuiet(GoogleSource source) {
    return switch (source) {
      case GoogleSource.ServiceAccountKey _, GoogleSource.AuthorizedUser _ -> true;
      case GoogleSource.Impersonated impersonated -> isQuiet(impersonated.source());
      default -> false;
    };
  }

  /** As the files say it; null where they do not. */
  private static @Nullable String account(Means means) {
    return switch (means) {
      case Means.SingleSignOn signOn -> signOn.accountId();
      case Means.AssumedRole role -> RoleArn.accountOf(role.roleArn()).orElse(null);
      case Means.Login login -> RoleArn.accountOf(login.session()).orElse(null);
      default -> null;
    };
  }
}
