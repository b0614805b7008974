package dev.crosstrust.check;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.TrustQuestion;
import dev.crosstrust.trust.aws.TrustReport;
import dev.crosstrust.trust.google.PoolQuestion;
import dev.crosstrust.trust.google.PoolReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The other side's check of a token, made here. */
public sealed interface LocalCheck {
  /** What the other side would answer. */
  Verdict verdict();

  /** The most likely first. */
  List<Finding> findings();

  /**
   * Where what was judged is from, a sentence each, for example that the trust policy was read with
   * {@code aws:sandbox-admin} by {@code iam:GetRole}, or was pasted; and what nobody here may read.
   */
  List<String> sources();

  /**
   * Of AWS STS.
   *
   * @param question with which the check can be made again, something in it changed
   */
  record OfTrust(TrustQuestion question, TrustReport report, List<String> sources)
      implements LocalCheck {
    public OfTrust {
      sources = List.copyOf(sources);
    }

    @Override
    public Verdict verdict() {
      return report.verdict();
    }

    @Override
    public List<Finding> findings() {
      return report.findings();
    }
  }

  /**
   * Of Google STS.
   *
   * @param question with which the check can be made again, something in it changed
   */
  record OfPool(PoolQuestion question, PoolReport report, List<String> sources)
      implements LocalCheck {
    private static final Set<String> ABOUT_GRANTS =
        Set.of(
            "google.principal-not-bound",
            "google.binding-on-provider",
            "google.binding-project-id",
            "google.binding-session-arn",
            "google.binding-case-differs",
            "google.binding-condition-refused",
            "google.attribute-not-mapped");

    public OfPool {
      sources = List.copyOf(sources);
    }

    @Override
    public Verdict verdict() {
      return report.verdict();
    }

    @Override
    public List<Finding> findings() {
      return report.findings();
    }

    /** As whom policies name the token's bearer alone; empty where that is not known. */
    public Optional<String> bearer() {
      return report.principals().stream().filter(it -> it.startsWith("principal:")).findFirst();
    }

    /** Whether it is about what comes after the exchange: what the bearer is granted. */
    public static boolean isAboutGrants(Finding finding) {
      return ABOUT_GRANTS.contains(finding.id());
    }
  }

  /**
   * There was nothing to judge by.
   *
   * @param sources why, a sentence each
   * @param trust all that AWS's check needs but the policy, which is empty here: with it the check
   *     can be made once somebody gives the policy; null where there is no token, or the check is
   *     not AWS's
   * @param pool the same of Google's check: of its provider there is the name alone
   */
  record NotMade(List<String> sources, @Nullable TrustQuestion trust, @Nullable PoolQuestion pool)
      implements LocalCheck {
    public NotMade {
      sources = List.copyOf(sources);
    }

    /** Nothing that anybody could give would help. */
    public NotMade(List<String> sources) {
      this(sources, null, null);
    }

    @Override
    public Verdict verdict() {
      return Verdict.UNDECIDED;
    }

    @Override
    public List<Finding> findings() {
      return List.of();
    }
  }
}
