package dev.crosstrust.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Severity;
import dev.crosstrust.sandbox.SharedKeys;
import dev.crosstrust.sandbox.google.Call;
import dev.crosstrust.sandbox.google.GoogleCloud;
import dev.crosstrust.sandbox.google.OutsideIssuer;
import dev.crosstrust.sandbox.google.account.FederatedPrincipal;
import dev.crosstrust.sandbox.google.federation.Pool;
import dev.crosstrust.sandbox.wire.Internet;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.trust.google.PoolCheck;
import dev.crosstrust.trust.google.PoolQuestion;
import dev.crosstrust.trust.google.PoolReport;
import dev.crosstrust.trust.google.ReadProvider;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Two implementations that share no code agree: the check says what the sandbox's exchange does.
 * {@code -Dcrosstrust.pairs} and {@code -Dcrosstrust.seed} say of how many pairs, and which.
 */
class PoolAgreementTest {
  private static final int PAIRS = Integer.getInteger("crosstrust.pairs", 10_000);
  private static final long SEED = Long.getLong("crosstrust.seed", 20_261_121L);

  /** Making a signature takes longer than all else. */
  private static final int TOKENS = 400;

  /** Reading expressions takes longer than evaluating them. */
  private static final int TOKENS_OF_A_PROVIDER = 10;

  /** A cloud remembers every token that it gave. */
  private static final int PAIRS_OF_A_CLOUD = 5_000;

  /** What Google says for each of our reasons. */
  private static final Map<String, Pattern> SAID =
      Map.ofEntries(
          Map.entry("google.target-invalid", Pattern.compile("target service indicated")),
          Map.entry("google.issuer-mismatch", Pattern.compile("issuer in ID Token")),
          Map.entry("google.audience-mismatch", Pattern.compile("audience in ID Token")),
          Map.entry("google.audience-is-pool", Pattern.compile("audience in ID Token")),
          Map.entry("google.token-stale", Pattern.compile("stale to sign-in")),
          Map.entry("google.key-not-found", Pattern.compile("Error connecting")),
          Map.entry("google.issuer-unreachable", Pattern.compile("Error connecting")),
          Map.entry("google.signature-invalid", Pattern.compile("Unable to verify")),
          Map.entry("google.condition-refused", Pattern.compile("attribute condition")),
          Map.entry("google.condition-invalid", Pattern.compile("attribute condition")),
          Map.entry("google.mapping-invalid", Pattern.compile("must be of type STRING")),
          Map.entry("google.subject-empty", Pattern.compile("Could not obtain a value")),
          Map.entry("google.subject-too-long", Pattern.compile("exceeds the 127 bytes")));

  private final Map<String, Integer> seen = new TreeMap<>();
  private final List<String> disagreements = new ArrayList<>();
  private Instant now = MadeAssertion.ISSUED;

  @Test
  void theCheckSaysWhatTheSandboxDoes() throws IOException {
    Choices choices = new Choices(SEED);
    List<MadeAssertion> tokens = new ArrayList<>();
    for (int i = 0; i < Math.min(TOKENS, PAIRS); i++) {
      tokens.add(MadeAssertion.of(choices));
    }
    GoogleCloud cloud = cloud();
    for (int i = 0; i < PAIRS && disagreements.size() < 12; ) {
      if (i % PAIRS_OF_A_CLOUD == 0) {
        cloud = cloud();
      }
      MadeProvider provider = MadeProvider.of(choices);
      boolean taken = provide(cloud, provider);
      ReadProvider read = ReadProvider.of(provider.ours());
      for (int n = 0; n < TOKENS_OF_A_PROVIDER; n++, i++) {
        compare(cloud, choices, choices.oneOf(tokens), provider, read, taken);
      }
    }
    System.getLogger("agreement").log(System.Logger.Level.INFO, PAIRS + " pairs: " + seen);
    assertThat(disagreements).isEmpty();
    assertThat(seen.getOrDefault("admitted, let in", 0)).isGreaterThan(PAIRS / 20);
    assertThat(seen.getOrDefault("refused, refused", 0)).isGreaterThan(PAIRS / 4);
  }

  private GoogleCloud cloud() {
    GoogleCloud cloud =
        new GoogleCloud(
            () -> now,
            new SecureRandom(),
            SharedKeys.ofOneCloud(),
            new Internet().domain("issuer.example", new OutsideIssuer()));
    cloud.federation().pool(Pool.of("123456789012", "my-aws-app"));
    return cloud;
  }

  private static boolean provide(GoogleCloud cloud, MadeProvider provider) {
    try {
      cloud.federation().provider(provider.ofSandbox());
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void compare(
      GoogleCloud cloud,
      Choices choices,
      MadeAssertion token,
      MadeProvider provider,
      ReadProvider read,
      boolean taken)
      throws IOException {
    now =
        MadeAssertion.ISSUED.plusSeconds(
            choices.onceIn(8)
                ? choices.oneOf(-120, -119, -60, -59, 299, 359, 361, 3659, 3661, 90_000)
                : choices.below(290));
    PoolReport report =
        PoolCheck.of(
            new PoolQuestion(
                token.token(), provider.ours(), null, null, token.signature(), now, null),
            read);
    if (!taken) {
      count("not taken");
      if (report.verdict() == Verdict.ADMITTED) {
        disagree("the sandbox takes no such provider", token, provider, report);
      }
      return;
    }
    Call.Answer answer = exchange(cloud, token);
    switch (report.verdict()) {
      case ADMITTED -> {
        if (keysOutOfReach(report)) {
          count("admitted, if the keys are to be had");
        } else {
          admitted(cloud, answer, token, provider, report);
        }
      }
      case REFUSED -> refused(answer, token, provider, report);
      case UNDECIDED -> count("undecided");
    }
  }

  private void admitted(
      GoogleCloud cloud,
      Call.Answer answer,
      MadeAssertion token,
      MadeProvider provider,
      PoolReport report) {
    if (answer.status() != 200) {
      disagree(answer.body(), token, provider, report);
      return;
    }
    count("admitted, let in");
    FederatedPrincipal holder =
        (FederatedPrincipal)
            cloud.accessTokens().find(answer.text("access_token")).orElseThrow().holder();
    Map<String, Object> theirs = new TreeMap<>();
    theirs.put("google.subject", holder.subject());
    holder.attributes().forEach((name, value) -> theirs.put("attribute." + name, value));
    if (provider.mapping().containsKey("google.groups")) {
      theirs.put("google.groups", holder.groups());
    }
    if (!theirs.equals(new TreeMap<>(report.attributes()))) {
      disagree(theirs.toString(), token, provider, report);
    }
  }

  private void refused(
      Call.Answer answer, MadeAssertion token, MadeProvider provider, PoolReport report) {
    if (answer.status() == 200) {
      disagree("let in", token, provider, report);
      return;
    }
    count("refused, refused");
    List<String> ids = new ArrayList<>(errors(report));
    if (report.condition().result() == null) {
      // Where we leave it open, it may be what refuses first.
      ids.add("google.condition-refused");
    }
    if (keysOutOfReach(report)) {
      ids.add("google.issuer-unreachable");
    }
    String said = answer.text("error_description");
    if (ids.stream().noneMatch(id -> says(id, said))) {
      disagree(said, token, provider, report);
    } else if (says(ids.getFirst(), said)) {
      count("for the first reason");
    } else {
      count("for another of the reasons");
    }
  }

  /** We only warn of it: what cannot be had from here may be had from there. */
  private static boolean keysOutOfReach(PoolReport report) {
    return report.findings().stream().anyMatch(it -> it.id().equals("google.issuer-unreachable"));
  }

  private static boolean says(String id, String said) {
    return SAID.containsKey(id) && SAID.get(id).matcher(said).find();
  }

  private static List<String> errors(PoolReport report) {
    return report.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::id)
        .toList();
  }

  private void count(String what) {
    seen.merge(what, 1, Integer::sum);
  }

  private void disagree(
      String theirs, MadeAssertion token, MadeProvider provider, PoolReport report) {
    disagreements.add(
        "%s%n  at %s %s%n  %s%n  %s %s %s %s"
            .formatted(
                theirs,
                now,
                token.token().claims(),
                provider,
                report.verdict(),
                errors(report),
                report.attributes(),
                report.condition()));
  }

  private static Call.Answer exchange(GoogleCloud cloud, MadeAssertion token) throws IOException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    form.put("audience", MadeAssertion.AUDIENCE);
    form.put("scope", "https://www.googleapis.com/auth/cloud-platform");
    form.put("requested_token_type", "urn:ietf:params:oauth:token-type:access_token");
    form.put("subject_token", token.text());
    form.put("subject_token_type", "urn:ietf:params:oauth:token-type:jwt");
    String body =
        form.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return new Call(cloud)
        .send("POST", "/v1/token", "", Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }
}
