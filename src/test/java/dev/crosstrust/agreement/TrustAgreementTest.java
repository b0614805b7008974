package dev.crosstrust.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.sandbox.aws.account.Account;
import dev.crosstrust.sandbox.aws.cloud.TestCloud;
import dev.crosstrust.sandbox.aws.cloud.TestCloud.Answer;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.UnreadableDocument;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.aws.Correction;
import dev.crosstrust.trust.aws.OidcProvider;
import dev.crosstrust.trust.aws.TrustCheck;
import dev.crosstrust.trust.aws.TrustQuestion;
import dev.crosstrust.trust.aws.TrustReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Two implementations that share no code agree: the check says what the sandbox's STS does. {@code
 * -Dcrosstrust.pairs} and {@code -Dcrosstrust.seed} say of how many pairs, and which.
 */
class TrustAgreementTest {
  private static final int PAIRS = Integer.getInteger("crosstrust.pairs", 10_000);
  private static final long SEED = Long.getLong("crosstrust.seed", 20_261_121L);

  /** Making a signature takes longer than all else. */
  private static final int TOKENS = 400;

  /** A cloud remembers every session that it gave. */
  private static final int PAIRS_OF_A_CLOUD = 20_000;

  private static final String NOBODY =
      "{\"Statement\":{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"*\"},\"Action\":\"sts:AssumeRole\"}}";

  private static final String SESSION = "gcp-session";

  /** What an account has registered: nothing, the other issuer, Google too, near misses. */
  static final List<Map<String, List<String>>> REGISTERED =
      List.of(
          Map.of(),
          Map.of(
              "issuer.example.com/tenant",
              List.of("sts.amazonaws.com", MadeToken.SUBJECT, MadeToken.ADDRESS)),
          Map.of(
              "accounts.google.com",
              List.of(MadeToken.SUBJECT, "sts.amazonaws.com"),
              "issuer.example.com/tenant",
              List.of("sts.amazonaws.com")),
          Map.of("issuer.example.com/tenant/", List.of("sts.amazonaws.com")));

  /** What AWS does with Google's tokens in such an account is not known. */
  private static final int SHADOWED = 2;

  private static final Pattern OF_POLICIES =
      Pattern.compile("aws\\.(trust|provider|policy|session)-|fossil\\.");

  private final Map<String, Integer> seen = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();

  @Test
  void theCheckSaysWhatTheSandboxDoes() throws UnreadableDocument {
    Choices choices = new Choices(SEED);
    List<MadeToken> tokens = new ArrayList<>();
    for (int i = 0; i < Math.min(TOKENS, PAIRS); i++) {
      tokens.add(MadeToken.of(choices));
    }
    TestCloud cloud = new TestCloud();
    for (int i = 0; i < PAIRS && disagreements.size() < 12; i++) {
      if (i % PAIRS_OF_A_CLOUD == 0) {
        cloud = cloud();
      }
      compare(cloud, choices, choices.oneOf(tokens));
    }
    System.getLogger("agreement").log(System.Logger.Level.INFO, PAIRS + " pairs: " + seen);
    assertThat(disagreements).isEmpty();
  }

  private static TestCloud cloud() {
    TestCloud cloud = new TestCloud();
    cloud.issuers.put(MadeToken.OTHER, cloud.issuers.get(TestCloud.GOOGLE));
    cloud.issuers.put(MadeToken.OTHER + "/", cloud.issuers.get(TestCloud.GOOGLE));
    for (int i = 0; i < REGISTERED.size(); i++) {
      Account account = cloud.accounts.account(account(i));
      REGISTERED.get(i).forEach((url, ids) -> account.addOidcProvider(url, ids, List.of()));
      account.addRole("Workload", NOBODY, UnaryOperator.identity());
    }
    return cloud;
  }

  private static String account(int index) {
    return index == 0 ? TestCloud.ACCOUNT : "11112222444" + index;
  }

  private void compare(TestCloud cloud, Choices choices, MadeToken token)
      throws UnreadableDocument {
    int known = token.isOfGoogle() ? 0 : 1;
    int index = choices.onceIn(4) ? choices.below(REGISTERED.size()) : known;
    String account = account(index);
    List<String> principals = principals(choices, account, token);
    MadePolicy policy = MadePolicy.of(choices, principals);
    Instant now =
        MadeToken.ISSUED.plusSeconds(
            choices.onceIn(10)
                ? choices.oneOf(-301, -300, -299, 3599, 3899, 3900, 3901, 90_000)
                : choices.below(3000));
    String role = MadeToken.ROLE.formatted(account);
    cloud.now = now;
    Answer answer = ask(cloud, role, policy.json(), token);
    boolean roleKnown = !choices.onceIn(9);
    TrustQuestion question =
        new TrustQuestion(
            token.token(),
            policy.json(),
            roleKnown ? role : null,
            providers(roleKnown ? account : "", index),
            token.signature(),
            now,
            Map.of("sts:RoleSessionName", List.of(SESSION)));
    TrustReport report = TrustCheck.of(question);
    saysWhy(report, policy);
    String did = did(answer);
    String said = said(report);
    seen.merge(did + "/" + said, 1, Integer::sum);
    // A token may be for certain roles only, which no policy changes: the role has to be known.
    boolean corrected =
        report.correctedPolicy() != null && !policy.open() && !token.open() && roleKnown;
    if (corrected && index != SHADOWED && choices.onceIn(4)) {
      String better = report.correctedPolicy().policy().toString();
      seen.merge("corrected", 1, Integer::sum);
      if (ask(cloud, role, better, token).status() != 200) {
        disagreements.add(
            "%ncorrected%n  %s%n  %s%n  %s".formatted(token.shown(), policy.json(), better));
      }
    }
    if (report.correctedPolicy() != null && report.correctedPolicy().effect() != Effect.WIDENS) {
      keepsOut(question, report.correctedPolicy(), token.stranger(choices));
    }
    boolean shadowed = index == SHADOWED && token.isOfGoogle();
    boolean open = policy.open() || token.open() || shadowed || !roleKnown;
    // Both refuse, and at which of two doors hangs on what is not known.
    boolean either = token.open() || !roleKnown;
    boolean refused = did.equals("token refused") && said.equals("not authorized");
    boolean agree = did.equals(said) || (said.equals("undecided") && open) || (refused && either);
    if (!agree) {
      disagreements.add(
          "%n%s: sandbox %s, check %s%n  %s%n  %s%n  at %s in %s%n  %s"
              .formatted(
                  disagreements.size(),
                  answer.status() == 200 ? "200" : answer.refusal(),
                  said,
                  token.shown(),
                  policy.json(),
                  now,
                  account,
                  report.findings().stream().map(it -> it.id() + " " + it.because()).toList()));
    }
  }

  /** No answer but a plain yes is without its reason, and the reason stands at the top. */
  private void saysWhy(TrustReport report, MadePolicy policy) {
    Severity least =
        report.verdict() == Verdict.REFUSED
            ? Severity.ERROR
            : report.verdict() == Verdict.UNDECIDED ? Severity.WARNING : Severity.INFO;
    boolean said =
        report.findings().stream().anyMatch(it -> it.severity().compareTo(least) <= 0)
            || report.verdict() == Verdict.ADMITTED;
    boolean sentences =
        report.findings().stream()
            .allMatch(
                it ->
                    !(OF_POLICIES.matcher(it.id()).lookingAt() && it.title().endsWith("."))
                        && it.because().stream().allMatch(line -> line.matches(".*[.`]"))
                        && it.fix().stream().allMatch(fix -> fix.text().endsWith(".")));
    if (!said || !sentences) {
      disagreements.add("%n%s of%n  %s".formatted(report.findings(), policy.json()));
    }
  }

  /** What is not said to let in more does not. */
  private void keepsOut(TrustQuestion question, Correction correction, Token stranger)
      throws UnreadableDocument {
    String better = correction.policy().toString();
    seen.merge("kept out", 1, Integer::sum);
    if (verdict(question, question.policy(), stranger) == Verdict.REFUSED
        && verdict(question, better, stranger) != Verdict.REFUSED) {
      disagreements.add(
          "%nlets %s in%n  %s%n  %s%n  %s"
              .formatted(stranger.claims(), question.token().claims(), question.policy(), better));
    }
  }

  private static Verdict verdict(TrustQuestion question, String policy, Token token)
      throws UnreadableDocument {
    return TrustCheck.of(
            new TrustQuestion(
                token,
                policy,
                question.roleArn(),
                question.providers(),
                SignatureCheck.notAsked(token),
                question.at(),
                question.context()))
        .verdict();
  }

  private static Answer ask(TestCloud cloud, String role, String policy, MadeToken token) {
    cloud
        .accounts
        .account(role.split(":", -1)[4])
        .changeRole("Workload", it -> it.trusting(policy));
    return cloud.call(
        new LinkedHashMap<>(
            Map.of(
                "Action",
                "AssumeRoleWithWebIdentity",
                "Version",
                "2011-06-15",
                "RoleArn",
                role,
                "RoleSessionName",
                SESSION,
                "WebIdentityToken",
                token.text())));
  }

  static List<String> principals(Choices choices, String account, MadeToken token) {
    String google = "accounts.google.com";
    String other = "arn:aws:iam::%s:oidc-provider/issuer.example.com/tenant".formatted(account);
    String shadow = "arn:aws:iam::%s:oidc-provider/accounts.google.com".formatted(account);
    if (!choices.onceIn(4)) {
      return token.isOfGoogle() ? List.of(google, other) : List.of(other, google);
    }
    return choices.oneOf(
        List.of(google, other),
        List.of(google, shadow),
        List.of(google, "cognito-identity.amazonaws.com"),
        List.of(other, google),
        List.of(shadow, google),
        List.of(google, "issuer.example.com/tenant"));
  }

  static List<OidcProvider> providers(String account, int index) {
    return REGISTERED.get(index).entrySet().stream()
        .map(
            it ->
                new OidcProvider(
                    account.isEmpty()
                        ? ""
                        : "arn:aws:iam::%s:oidc-provider/%s".formatted(account, it.getKey()),
                    it.getKey(),
                    it.getValue()))
        .toList();
  }

  private static String did(Answer answer) {
    if (answer.status() == 200) {
      return "admitted";
    }
    return answer.text("Code").equals("AccessDenied") ? "not authorized" : "token refused";
  }

  private static String said(TrustReport report) {
    if (report.verdict() == Verdict.ADMITTED) {
      return "admitted";
    }
    if (report.verdict() == Verdict.UNDECIDED) {
      return "undecided";
    }
    return report.tokenRefused() ? "token refused" : "not authorized";
  }
}
