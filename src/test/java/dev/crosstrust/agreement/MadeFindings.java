package dev.crosstrust.agreement;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.aws.TrustCheck;
import dev.crosstrust.trust.aws.TrustQuestion;
import dev.crosstrust.trust.google.PoolCheck;
import dev.crosstrust.trust.google.PoolQuestion;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What both checks find in pairs that chance makes, for those who look at what findings say. */
public final class MadeFindings {
  private static final long SEED = 20_261_127L;

  private MadeFindings() {}

  /** Those of so many pairs a check. */
  public static Stream<Finding> of(int pairs) {
    Choices choices = new Choices(SEED);
    return IntStream.range(0, pairs)
        .boxed()
        .flatMap(_ -> Stream.concat(trust(choices).stream(), pool(choices).stream()));
  }

  private static List<Finding> trust(Choices choices) {
    MadeToken token = MadeToken.of(choices);
    String account = "111122223333";
    int registered = choices.below(TrustAgreementTest.REGISTERED.size());
    List<String> principals = TrustAgreementTest.principals(choices, account, token);
    try {
      return TrustCheck.of(
              new TrustQuestion(
                  token.token(),
                  MadePolicy.of(choices, principals).json(),
                  choices.onceIn(9) ? null : MadeToken.ROLE.formatted(account),
                  TrustAgreementTest.providers(account, registered),
                  token.signature(),
                  MadeToken.ISSUED.plusSeconds(choices.below(4000)),
                  Map.of("sts:RoleSessionName", List.of("gcp-session"))))
          .findings();
    } catch (UnreadableDocument e) {
      throw new AssertionError(e);
    }
  }

  private static List<Finding> pool(Choices choices) {
    MadeAssertion token = MadeAssertion.of(choices);
    return PoolCheck.of(
            new PoolQuestion(
                token.token(),
                MadeProvider.of(choices).ours(),
                null,
                null,
                token.signature(),
                MadeAssertion.ISSUED.plusSeconds(choices.below(400)),
                null))
        .findings();
  }
}
