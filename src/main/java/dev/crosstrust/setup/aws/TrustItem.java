package dev.crosstrust.setup.aws;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.inspect.aws.RoleDetail;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.Awaited;
import dev.crosstrust.trust.aws.Forecast;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.RoleArn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a role's trust policy lets a token in, as the trust check decides it.
 *
 * @param providers of the role's account; null where they are not known
 */
record TrustItem(RoleArn role, Awaited token, @Nullable List<OidcProvider> providers) {
  SetupItem by(Outcome<RoleDetail> read) {
    Need look = need(AwsFixes.addToTrust(role, token));
    return look.by(read, found -> by(found.trustPolicy(), look));
  }

  private SetupItem by(String policy, Need look) {
    try {
      return by(Forecast.of(token, role, policy, providers));
    } catch (UnreadableDocument e) {
      return look.unknown("The policy cannot be read");
    }
  }

  private Need need(Fix... fix) {
    return Need.of("The trust policy of %s lets the token in".formatted(role.name()), fix);
  }

  private SetupItem by(Forecast forecast) {
    return switch (forecast.verdict()) {
      case ADMITTED -> need().present(words() + " is what a statement wants");
      case REFUSED -> {
        List<Finding> causes =
            forecast.findings().stream().filter(it -> it.severity() == Severity.ERROR).toList();
        yield need(causes.getFirst().fix().stream().map(this::withHint).toArray(Fix[]::new))
            .missing(said(causes));
      }
      case UNDECIDED -> open(forecast);
    };
  }

  /** What is not known here may well be as the policy wants it: nothing is to be changed. */
  private SetupItem open(Forecast forecast) {
    if (forecast.open().isEmpty()) {
      return need(AwsFixes.lookAtTrust(role, "See the role's trust policy"))
          .unknown(said(forecast.findings()));
    }
    String keys = String.join(", ", forecast.open());
    return need(AwsFixes.lookAtTrust(
            role,
            "See the role's trust policy, and whether what it wants of %s will be so"
                .formatted(keys)))
        .unknown("It hangs on %s, not known here before there is a token".formatted(keys));
  }

  /** The most telling one with what it is seen by, and what the others are. */
  private static String said(List<Finding> findings) {
    Finding first = findings.getFirst();
    return Stream.of(
            Stream.of(first.title() + "."),
            first.because().stream(),
            findings.stream().skip(1).map(it -> it.title() + "."))
        .flatMap(it -> it)
        .collect(Collectors.joining(" "));
  }

  private Fix withHint(Fix fix) {
    return String.valueOf(fix.aws()).contains(Awaited.PLACEHOLDER)
        ? new Fix(
            fix.text().replaceFirst("\\.$", "") + AwsFixes.hint(token),
            fix.aws(),
            fix.gcloud(),
            fix.terraform(),
            fix.effect())
        : fix;
  }

  private String words() {
    return token.subject() == null
        ? "aud " + token.audience()
        : "aud %s, sub %s".formatted(token.audience(), token.subject());
  }
}
