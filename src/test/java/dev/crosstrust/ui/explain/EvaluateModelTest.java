package dev.crosstrust.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.check.LocalCheck;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.secret.Secret;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.trust.Verdict;
import dev.crosstrust.ui.explain.Judgement.Part;
import dev.crosstrust.ui.lens.Held;
import dev.crosstrust.ui.task.Phase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluateModelTest {
  private static final Secret TOKEN = Tokens.google(Tokens.UNIQUE_ID).raw();

  private static final String PROVIDER =
      """
      {"name": "projects/123456789012/locations/global/workloadIdentityPools/p/providers/google",
       "attributeMapping": {"google.subject": "assertion.sub"},
       "oidc": {"issuerUri": "https://accounts.google.com", "allowedAudiences": ["%s"]}}
      """;

  private final Held background = new Held();
  private final EvaluateModel model =
      new EvaluateModel(background, () -> Tokens.ISSUED.plusSeconds(60), Duration.ZERO);

  private LocalCheck check() {
    background.finish();
    return model.phaseProperty().get() instanceof Phase.Ready<LocalCheck>(LocalCheck check)
        ? check
        : new LocalCheck.NotMade(List.of());
  }

  private String problem(Part part) {
    background.finish();
    assertThat(model.phaseProperty().get()).isInstanceOf(Phase.Empty.class);
    return model.problem(part).get();
  }

  @Test
  void aTokenAloneIsNotJudged() {
    model.give(TOKEN);

    assertThat(background.idle()).isTrue();
    assertThat(model.text(Part.TOKEN).get()).doesNotContain(TOKEN.reveal());
  }

  @Test
  void aTrustPolicyIsAskedOfAws() {
    model.give(TOKEN);
    model.text(Part.DOCUMENT).set(Sample.POLICY);

    assertThat(check()).isInstanceOf(LocalCheck.OfTrust.class);
    assertThat(check().verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(model.findings()).extracting(Finding::id).startsWith("aws.aud-key-reads-azp");

    model.text(Part.DOCUMENT).set(Sample.POLICY.replace("com:aud", "com:oaud"));
    assertThat(check().verdict()).isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void theAnswerOfGetRoleIsAPolicyAndARole() {
    model.give(TOKEN);
    model
        .text(Part.DOCUMENT)
        .set(
            "{\"Role\":{\"Arn\":\"arn:aws:iam::111122223333:role/R\",\"AssumeRolePolicyDocument\":%s}}"
                .formatted(Sample.POLICY));

    assertThat(
            check() instanceof LocalCheck.OfTrust trust
                ? String.valueOf(trust.question().roleArn())
                : "")
        .isEqualTo("arn:aws:iam::111122223333:role/R");
  }

  @Test
  void aProviderIsAskedOfGoogle() {
    model.give(TOKEN);
    model.text(Part.DOCUMENT).set(PROVIDER.formatted("sts.amazonaws.com"));
    assertThat(check()).isInstanceOf(LocalCheck.OfPool.class);
    assertThat(check().verdict()).isEqualTo(Verdict.ADMITTED);

    model.text(Part.DOCUMENT).set(PROVIDER.formatted("another"));
    assertThat(check().verdict()).isEqualTo(Verdict.REFUSED);
  }

  @Test
  void bindingsSayWhetherAnythingIsGranted() {
    model.give(TOKEN);
    model.text(Part.DOCUMENT).set(PROVIDER.formatted("sts.amazonaws.com"));
    model
        .text(Part.MORE)
        .set("{\"bindings\":[{\"role\":\"roles/viewer\",\"members\":[\"user:ada@example.com\"]}]}");

    assertThat(check() instanceof LocalCheck.OfPool pool ? pool.report().bindings() : null)
        .hasSize(1);
  }

  @Test
  void whatCannotBeReadIsSaidWhereItStands() {
    model.give(TOKEN);
    model.text(Part.DOCUMENT).set("{\n  \"Statement\": oops");
    assertThat(problem(Part.DOCUMENT)).startsWith("Line 2, column ").endsWith("this is no JSON.");

    model.text(Part.DOCUMENT).set("{\"kind\": \"something else\"}");
    assertThat(problem(Part.DOCUMENT)).contains("neither a trust policy");

    model.text(Part.DOCUMENT).set(Sample.POLICY);
    model.text(Part.MORE).set("nothing");
    assertThat(problem(Part.MORE)).isNotEmpty();

    model.text(Part.TOKEN).set("ya29.something");
    assertThat(problem(Part.TOKEN)).contains("access token");
    assertThat(model.problem(Part.MORE).get()).isEmpty();
  }

  @Test
  void theExampleIsRefusedForItsAudience() {
    model.example();

    assertThat(check().verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(model.findings().getFirst().id()).isEqualTo("aws.aud-key-reads-azp");
  }
}
