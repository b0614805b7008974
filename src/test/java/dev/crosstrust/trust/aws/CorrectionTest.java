package dev.crosstrust.trust.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.finding.Fix.Effect;
import dev.crosstrust.token.Token;
import dev.crosstrust.token.Tokens;
import dev.crosstrust.token.signature.SignatureCheck;
import dev.crosstrust.trust.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A correction says what it does to who may enter, and can be stored. */
class CorrectionTest {
  private static final String SUBJECT = "\"accounts.google.com:sub\":\"114809731204417780391\"";
  private static final String OTHER = "arn:aws:iam::111122223333:oidc-provider/issuer.example/t";

  /** Columns: the audience under the key that reads azp; a subject that is none. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sts.amazonaws.com                            | {"accounts.google.com:sub": "*"}
          sts.amazonaws.com                            | {"accounts.google.com:sub": "1148*"}
          poc@demo-product-sbx.iam.gserviceaccount.com | {"accounts.google.com:sub": "*"}
          """)
  void whereTheSubjectWasOpenItIsPinned(String audience, String subject) throws Exception {
    Correction correction =
        corrected(
            "{\"StringEquals\": {\"accounts.google.com:aud\": \"%s\"}, \"StringLike\": %s}"
                .formatted(audience, subject));

    assertThat(correction.policy().toString()).contains(SUBJECT);
    assertThat(correction.effect()).isEqualTo(Effect.SAME);
  }

  /** Whoever has a larger number is kept out by the mistaken key alone. */
  @ParameterizedTest
  @CsvSource({"NumericGreaterThan, 1795262400", "NumericLessThan, 900000000000000000000"})
  void aConditionOnTheNumberOfASubjectLetsOthersIn(String operator, String number)
      throws Exception {
    Correction correction =
        corrected(
            """
            {"%s": {"accounts.google.com:sub": "%s"},
             "StringLike": {"https://accounts.google.com:sub": "*"}}
            """
                .formatted(operator, number));

    assertThat(correction.effect()).isEqualTo(Effect.WIDENS);
  }

  /** Columns: the subject, the audience, and what it does to take the token's. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          114809731204417780399,   sts.amazonaws.com,         WIDENS
          `114809731204417780391 `, sts.amazonaws.com,        SAME
          114809731204417780391,   https://sts.amazonaws.com/, SAME
          114809731204417780391,   STS.amazonaws.com,         SAME
          114809731204417780391,   sts.amazonaws.org,         WIDENS
          *,                       STS.amazonaws.com,         WIDENS
          """)
  void whatIsAlmostANameMayBeAnothers(String subject, String audience, Effect effect)
      throws Exception {
    Correction correction =
        corrected(
            """
            {"StringLike": {"accounts.google.com:sub": "%s"},
             "StringEquals": {"accounts.google.com:oaud": "%s"}}
            """
                .formatted(subject, audience));

    assertThat(correction.effect()).isEqualTo(effect);
  }

  /**
   * Columns: the operator on the e-mail address, what it wants, what it does to let this one in.
   */
  @ParameterizedTest
  @CsvSource({
    "StringEquals, poc@demo-product-sbx.iam.gserviceaccount.com,   SAME",
    "StringLike,   *@demo-product-sbx.iam.gserviceaccount.com,     SAME",
    "StringEquals, *@demo-product-sbx.iam.gserviceaccount.com,     WIDENS",
    "StringEquals, other@demo-product-sbx.iam.gserviceaccount.com, WIDENS",
  })
  void anAddressMeansItsAccountAndNoOther(String operator, String address, Effect effect)
      throws Exception {
    Token token =
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replaceFirst(
                    "\\{", "{\"email\":\"poc@demo-product-sbx.iam.gserviceaccount.com\","));
    String email = "\"accounts.google.com:email\": \"%s\"".formatted(address);
    String open = "{\"%s\": {%s}}".formatted(operator, email);
    String named =
        "{\"%s\": {%s}, \"StringEqualsIgnoreCase\": {%s}}".formatted(operator, email, SUBJECT);

    assertThat(corrected(TrustCheckTest.policy(open), token).effect()).isEqualTo(effect);
    assertThat(corrected(TrustCheckTest.policy(named), token).effect()).isEqualTo(effect);
  }

  /** Columns: the conditions, the corrected ones; the token's audience is sts.amazonaws.com. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"StringEquals": {"G:aud": "poc@demo-product-sbx.iam.gserviceaccount.com", "G:oaud": "theirs"}} | {"StringEquals":{"G:oaud":["theirs","sts.amazonaws.com"],"G:sub":"ID"}}
          {"StringEquals": {"G:oaud": "theirs", "G:aud": "sts.amazonaws.com"}} | {"StringEquals":{"G:oaud":["theirs","sts.amazonaws.com"],"G:sub":"ID"}}
          {"StringLike": {"G:oaud": "sts*", "G:aud": "sts.amazonaws.com"}} | {"StringLike":{"G:oaud":"sts*"},"StringEquals":{"G:oaud":"sts.amazonaws.com","G:sub":"ID"}}
          {"StringEquals": {"G:aud": "sts.amazonaws.com", "G:sub": "${G:sub}"}} | {"StringEquals":{"G:oaud":"sts.amazonaws.com","G:sub":"${G:sub}"},"ForAnyValue:StringEquals":{"G:sub":"ID"}}
          {"StringEquals": {"G:sub": ["ID ", " ID", "114809731204417780399"]}} | {"StringEquals":{"G:sub":["ID","114809731204417780399"]}}
          {"StringEquals": {"G:sub": ["114809731204417780392", "114809731204417780399"]}} | {"StringEquals":{"G:sub":["114809731204417780392","114809731204417780399","ID"]}}
          """)
  void whatThePolicyHadStays(String condition, String better) throws Exception {
    Correction correction = corrected(named(condition));

    assertThat(correction.policy().at("/Statement/0/Condition").toString())
        .isEqualTo(named(better));
  }

  private static String named(String condition) {
    return condition.replace("G:", "accounts.google.com:").replace("ID", Tokens.UNIQUE_ID);
  }

  @Test
  void anotherCaseOfASubjectMayBeAnothers() throws Exception {
    Token token =
        Tokens.jwt(google().claims().toString().replace(Tokens.UNIQUE_ID, "repo:Org/app"));

    TrustReport report =
        TrustCheckTest.check(
            token,
            TrustCheckTest.policy(
                "{\"StringEquals\": {\"accounts.google.com:sub\": \"repo:org/app\"}}"));

    assertThat(ids(report)).startsWith("aws.trust-case-differs");
    assertThat(report.correctedPolicy()).isNotNull();
    assertThat(report.correctedPolicy().effect()).isEqualTo(Effect.WIDENS);
  }

  @Test
  void whatIsNotOfTheTokenIsLeftAlone() throws Exception {
    TrustReport report =
        TrustCheckTest.check(
            google(),
            TrustCheckTest.policy(
                "{\"StringEquals\": {\"aws:FederatedProvider\": \"accounts.google.com/\"}}"));

    assertThat(ids(report)).startsWith("aws.trust-near-miss");
    assertThat(report.correctedPolicy()).isNull();
  }

  @Test
  void anUnknownAccountLeavesTheProvidersNameOpen() throws Exception {
    String equal = ofOther("{\"StringEquals\": {\"aws:FederatedProvider\": \"%s\"}}");
    String other = ofOther("{\"StringNotEquals\": {\"aws:FederatedProvider\": \"%s\"}}");
    String nobody =
        "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"111122223333\"},"
            + " \"Action\": \"sts:AssumeRole\"}}";

    assertThat(withoutRole(equal).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(withoutRole(other).verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(withoutRole(nobody).verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(withoutRole(nobody).correctedPolicy()).isNull();
  }

  /** A number's beginning says nothing of whose it is. */
  @ParameterizedTest
  @ValueSource(strings = {"sub", "aud"})
  void anIdOfGoogleIsWrittenOutInThePlaceOfItsBeginning(String claim) throws Exception {
    Correction correction =
        corrected("{\"StringEquals\": {\"accounts.google.com:%s\": \"1148*\"}}".formatted(claim));

    assertThat(correction.policy().at("/Statement/0/Condition").toString())
        .isEqualTo(
            "{\"StringEquals\":{\"accounts.google.com:%s\":\"114809731204417780391\"}}"
                .formatted(claim));
  }

  /** Columns: what the policy wants, and what to ask for before it is widened for all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "G:oaud": "sts.googleapis.com"        | ask for a token for sts.googleapis.com        | WIDENS
          "G:oaud": "https://sts.amazonaws.com" | ask for a token for https://sts.amazonaws.com | WIDENS
          "G:oaud": ["a.example", "b.example"]  | ask for a token for a.example or b.example    | WIDENS
          "G:sub": "999999999999999999999"      | whose sub is 999999999999999999999            | WIDENS
          "G:sub": "114809731204417780399"      | whose sub is 114809731204417780399            | WIDENS
          "G:aud": "999999999999999999999"      | whose azp is 999999999999999999999            | WIDENS
          """)
  void theRightTokenIsAskedForBeforeThePolicyIsChanged(String wants, String first, Effect effect)
      throws Exception {
    TrustReport report =
        TrustCheckTest.check(
            google(),
            TrustCheckTest.policy(
                "{\"StringEquals\": {%s}}".formatted(wants.replace("G:", "accounts.google.com:"))));

    List<Fix> fixes = report.findings().getFirst().fix();
    assertThat(fixes).hasSize(2);
    assertThat(fixes.getFirst().text()).contains(first);
    assertThat(fixes.getFirst().effect()).isEqualTo(Effect.SAME);
    assertThat(fixes.getLast().text()).startsWith("Change the trust policy: ");
    assertThat(fixes.getLast().effect()).isEqualTo(effect);
    assertThat(fixes.getLast().text().endsWith(" This widens it: more may enter."))
        .isEqualTo(effect == Effect.WIDENS);
  }

  /** Columns: a condition on a key that there never is, and what is left without it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ForAnyValue:StringEquals": {"G:amr": "authenticated"}, "StringEquals": {"G:sub": "114809731204417780391"}} | {"StringEquals":{"G:sub":"114809731204417780391"}}
          {"StringEquals": {"G:hd": "example.com"}}                                                                    | {"StringEquals":{"G:sub":"114809731204417780391"}}
          """)
  void aConditionThatNeverHoldsGoes(String condition, String without) throws Exception {
    Correction correction = corrected(condition.replace("G:", "accounts.google.com:"));

    assertThat(correction.policy().at("/Statement/0/Condition").toString())
        .isEqualTo(without.replace("G:", "accounts.google.com:"));
  }

  @Test
  void ofSeveralAudiencesOneIsAskedFor() throws Exception {
    Token token =
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replace("\"sts.amazonaws.com\"", "[\"sts.amazonaws.com\",\"x\"]"));

    TrustReport report =
        TrustCheckTest.check(
            token,
            TrustCheckTest.policy(
                "{\"StringEquals\": {\"accounts.google.com:oaud\": \"sts.amazonaws.com\"}}"));

    assertThat(report.findings().getFirst().fix())
        .extracting(Fix::text)
        .containsExactly("Ask for a token with one audience.");
  }

  @Test
  void iamWouldStoreIt() throws Exception {
    Correction correction =
        corrected("{\"StringEquals\": {\"accounts.google.com:oaud\": \"sts.*\"}}");

    assertThat(correction.policy().toString())
        .contains("\"StringLike\":{\"accounts.google.com:oaud\":\"sts.*\"}")
        .contains("\"StringEquals\":{\"accounts.google.com:oaud\":\"sts.amazonaws.com\"}");
  }

  @Test
  void theTrustOfOthersIsKept() throws Exception {
    String others = "{\"Federated\": \"%s\"}".formatted(OTHER);
    Correction correction =
        corrected(
            TrustCheckTest.policy("{}").replace("{\"Federated\": \"accounts.google.com\"}", others),
            google());

    assertThat(correction.policy().at("/Statement/0/Principal/Federated").asString())
        .isEqualTo(OTHER);
    assertThat(correction.policy().at("/Statement/1/Principal/Federated").asString())
        .isEqualTo("accounts.google.com");
    assertThat(correction.effect()).isEqualTo(Effect.WIDENS);
  }

  /** Columns: the action of the policy, the corrected one; the token has tags. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          STS.amazonaws.com | "sts:AssumeRoleWithWebIdentity" | ["sts:AssumeRoleWithWebIdentity","sts:TagSession"]
          sts.amazonaws.com | "sts:AssumeRoleWithWebIdentity" | ["sts:AssumeRoleWithWebIdentity","sts:TagSession"]
          STS.amazonaws.com | "sts:*"                         | "sts:*"
          """)
  void whatTheTokenBringsIsAllowedToo(String audience, String action, String corrected)
      throws Exception {
    Token tagged =
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replace(
                    "\"email_verified\":true",
                    "\"https://aws.amazon.com/tags/principal_tags/team\":\"a\""));
    String policy =
        TrustCheckTest.policy(
                "{\"StringEquals\": {\"accounts.google.com:oaud\": \"%s\"}}".formatted(audience))
            .replace("\"sts:AssumeRoleWithWebIdentity\"", action);

    TrustReport report = TrustCheckTest.check(tagged, policy);

    assertThat(report.verdict()).isEqualTo(Verdict.REFUSED);
    assertThat(report.correctedPolicy()).isNotNull();
    JsonNode better = report.correctedPolicy().policy();
    assertThat(better.at("/Statement/0/Action").toString()).isEqualTo(corrected);
    assertThat(TrustCheckTest.check(tagged, better.toString()).verdict())
        .isEqualTo(Verdict.ADMITTED);
    assertThat(report.findings().getFirst().fix().getFirst().aws())
        .startsWith("aws iam update-assume-role-policy --role-name Workload");
  }

  /** IAM: {@code Cannot exceed quota for ACLSizePerRole: 2048}. */
  @Test
  void thatItGetsTooLongIsSaid() throws Exception {
    String wanted = "1".repeat(1900);
    String policy =
        TrustCheckTest.policy(
            "{\"StringEquals\": {\"accounts.google.com:sub\": \"%s\"}}".formatted(wanted));

    TrustReport report = TrustCheckTest.check(google(), policy);

    assertThat(report.findings().getFirst().fix().getLast().text())
        .endsWith("a role may have 2048, unless the account's quota is raised.");
  }

  @Test
  void whatNoTokenEverMeetsGoes() throws Exception {
    TrustReport report =
        TrustCheckTest.check(
            google(),
            TrustCheckTest.policy(
                "{\"Bool\": {\"aws:MultiFactorAuthPresent\": \"true\"}, \"StringEquals\": {%s}}"
                    .formatted(SUBJECT)));

    assertThat(report.findings().getFirst().title())
        .isEqualTo("A call with a token never has aws:MultiFactorAuthPresent");
    assertThat(report.correctedPolicy()).isNotNull();
    assertThat(report.correctedPolicy().policy().at("/Statement/0/Condition").toString())
        .isEqualTo("{\"StringEquals\":{%s}}".formatted(SUBJECT));
    assertThat(report.correctedPolicy().effect()).isEqualTo(Effect.WIDENS);
  }

  @Test
  void ofAStatementAboutOthersNothingElseIsSaid() throws Exception {
    TrustReport report =
        TrustCheckTest.check(
            google(),
            "{\"Statement\": {\"Effect\": \"Allow\", \"Principal\": {\"AWS\": \"111122223333\"},"
                + " \"Action\": \"sts:AssumeRole\", \"Condition\": {\"StringEquals\":"
                + " {\"sts:ExternalId\": \"1\"}}}}");

    assertThat(ids(report)).containsExactly("aws.trust-principal-wrong");
  }

  @Test
  void aClaimThatOnlyBeginsLikeTagsIsNone() throws Exception {
    Token token =
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replace("\"email_verified\"", "\"https://aws.amazon.com/tags-of-mine\""));

    assertThat(TrustCheckTest.check(token, TrustCheckTest.policy("{}")).verdict())
        .isEqualTo(Verdict.ADMITTED);
  }

  @Test
  void allButSomebodyIsNotWhomATrustPolicyAllows() throws Exception {
    TrustReport report =
        TrustCheckTest.check(
            google(),
            TrustCheckTest.policy("{}")
                .replace(
                    "\"Principal\": {\"Federated\": \"accounts.google.com\"}",
                    "\"NotPrincipal\": {\"AWS\": \"arn:aws:iam::111122223333:root\"}"));

    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(ids(report)).startsWith("aws.policy-malformed");
  }

  @Test
  void anAudienceAloneIsOpenAtEveryIssuerButGoogle() throws Exception {
    TrustReport report =
        withoutRole(
            ofOther("{\"StringEquals\": {\"issuer.example/t:aud\": \"114809731204417780391\"}}"));

    assertThat(ids(report)).contains("aws.trust-open-subject");
  }

  @Test
  void anIssuerWithoutAScheme() throws Exception {
    Token token =
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replace("https://accounts.google.com", "issuer.example/t"));

    TrustReport report = withoutRole(token, ofOther("{}"), OTHER);

    assertThat(report.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(ids(report)).startsWith("aws.provider-url-mismatch");
  }

  private static Correction corrected(String condition) throws Exception {
    return corrected(TrustCheckTest.policy(condition), google());
  }

  private static Correction corrected(String policy, Token token) throws Exception {
    Correction correction = TrustCheckTest.check(token, policy).correctedPolicy();
    assertThat(correction).isNotNull();
    assertThat(TrustCheckTest.check(token, correction.policy().toString()).verdict())
        .isEqualTo(Verdict.ADMITTED);
    return correction;
  }

  private static String ofOther(String condition) {
    return TrustCheckTest.policy(condition)
        .replace("{\"Federated\": \"accounts.google.com\"}", "{\"Federated\": \"%s\"}")
        .replace("%s", OTHER);
  }

  private static TrustReport withoutRole(String policy) throws Exception {
    return withoutRole(
        Tokens.jwt(
            google()
                .claims()
                .toString()
                .replace("https://accounts.google.com", "https://issuer.example/t")),
        policy,
        "");
  }

  private static TrustReport withoutRole(Token token, String policy, String arn) throws Exception {
    OidcProvider provider = new OidcProvider(arn, "issuer.example/t", List.of(Tokens.UNIQUE_ID));
    return TrustCheck.of(
        new TrustQuestion(
            token,
            policy,
            null,
            List.of(provider),
            SignatureCheck.notAsked(token),
            Tokens.ISSUED.plusSeconds(60),
            Map.of()));
  }

  private static Token google() {
    return Tokens.google(Tokens.UNIQUE_ID);
  }

  private static List<String> ids(TrustReport report) {
    return report.findings().stream().map(Finding::id).toList();
  }
}
