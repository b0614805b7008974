package dev.crosstrust.diagnosis.google;

import dev.crosstrust.diagnosis.symptom.Symptom;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Confidence;
import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.google.ProviderName;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The pool provider: what it expects of a token, and whether it is there. */
final class PoolFindings {
  static final String PAGE =
      "https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token";
  private static final String FEDERATION =
      "https://cloud.google.com/iam/docs/workload-identity-federation";
  private static final String NONE = "none";
  private static final String ANOTHER = "another";
  private static final Pattern AUDIENCE = Pattern.compile("ID Token \\[(.*?)\\] does not match");
  private static final Pattern ATTRIBUTE = Pattern.compile("mapped attribute '([^']+)' must be");
  private static final Pattern ISSUER =
      Pattern.compile("ID Token (\\S+) does not match the expected ones?(?: in config)?:? ?(\\S*)");

  private PoolFindings() {}

  static Finding audience(Symptom symptom) {
    String has =
        symptom
            .find(AUDIENCE)
            .map(match -> match.group(1).isEmpty() ? NONE : match.group(1))
            .orElse(ANOTHER);
    return Finding.error("google.audience-mismatch", "The token is for another audience: " + has)
        .because(
            "A provider without allowed audiences takes its own resource name,"
                + " [https:]//iam.googleapis.com/projects/NUMBER/…, and nothing else; one that has"
                + " some takes exactly those and no longer its name",
            "The exchange was asked for " + sentAudience(symptom))
        .fix(
            Fix.of("Compare with the provider's allowed audiences").withGcloud(describe(symptom)),
            Fix.of("Then set the route's audience, or leave it out for the provider's own name"),
            Fix.of(
                    "Or let the provider take this audience; the list is replaced as a whole, and"
                        + " with one the provider's own name is not taken")
                .withGcloud(update(symptom, "--allowed-audiences=" + audienceOr(has)))
                .with(Fix.Effect.WIDENS))
        .source(PAGE);
  }

  private static String audienceOr(String has) {
    return has.equals(NONE) || has.equals(ANOTHER) ? "AUDIENCE" : has;
  }

  static Finding issuer(Symptom symptom) {
    String[] because =
        symptom.find(ISSUER).stream()
            .map(PoolFindings::issuers)
            .findFirst()
            .orElseGet(() -> new String[0]);
    return Finding.error(
            "google.issuer-mismatch", "The token's issuer is not the one that the provider trusts")
        .because(because)
        .fix(
            Fix.of("Ask AWS for the account's own issuer")
                .withAws("aws iam get-outbound-web-identity-federation-info"),
            Fix.of("Compare it with the provider's issuer URI, byte for byte, slash included")
                .withGcloud(describe(symptom)),
            Fix.of("If the provider is wrong, set it")
                .withGcloud(update(symptom, "--issuer-uri=ISSUER")))
        .source(PAGE);
  }

  private static String[] issuers(MatchResult match) {
    String expected = match.group(2).replaceFirst("\\.$", "");
    return expected.isEmpty()
        ? new String[] {"The token has " + match.group(1)}
        : new String[] {"The token has %s, the provider %s".formatted(match.group(1), expected)};
  }

  static Finding unreachable(Symptom symptom) {
    return Finding.error(
            "google.issuer-unreachable", "Google had no key of the issuer to check the token with")
        .because(
            "The text stands for several causes: discovery or keys cannot be fetched from the"
                + " internet, the token's kid is not among them, or an uploaded key set is old or"
                + " of another key type")
        .fix(
            Fix.of(
                "Fetch the issuer's /.well-known/openid-configuration and its jwks_uri, and"
                    + " look for the kid of the token"),
            Fix.of("If keys were uploaded to the provider, suspect these first")
                .withGcloud(describe(symptom)))
        .confidence(Confidence.LIKELY)
        .source(PAGE);
  }

  static Finding condition(Symptom symptom) {
    return Finding.error("google.condition-refused", "The provider's attribute condition says no")
        .because(
            "It was false for this token, or could not be evaluated: a claim that it uses may be"
                + " missing")
        .fix(
            Fix.of("Read the condition and hold it against the claims of the token")
                .withGcloud(describe(symptom)),
            Fix.of(
                    "Change the condition, if it is meant to admit this identity: IAM & Admin >"
                        + " Workload Identity Federation > the pool > the provider")
                .withGcloud(update(symptom, "--attribute-condition=EXPRESSION"))
                .with(Fix.Effect.WIDENS))
        .source(FEDERATION);
  }

  static Finding noSubject() {
    return Finding.error("google.subject-empty", "The mapping makes no google.subject of the token")
        .because("The claim is not there, or extract() finds nothing in it")
        .fix(Fix.of("Map google.subject to a claim that every token has: assertion.sub"))
        .source(FEDERATION);
  }

  static Finding noText(Symptom symptom) {
    String attribute = symptom.find(ATTRIBUTE).map(match -> match.group(1)).orElse("an attribute");
    return Finding.error(
            "google.mapping-invalid", "The mapping makes no text of %s".formatted(attribute))
        .because(
            "Its expression gives a list, a number, or true or false: only google.groups takes a"
                + " list, and nothing takes anything else")
        .fix(
            Fix.of(
                    "Map a text: the first of a list is LIST[0], all of it LIST.join(','), and what"
                        + " is true or false becomes a text by string()")
                .withGcloud(describe(symptom)))
        .source("https://cloud.google.com/iam/docs/troubleshooting-workforce-identity-federation");
  }

  static Finding subjectTooLong() {
    return Finding.error(
            "google.subject-too-long", "The mapped google.subject has more than 127 bytes")
        .because(
            "A JWT's sub is the role's ARN with its path; a signed request's arn is the session's"
                + " with its name: either can be longer")
        .fix(
            Fix.of(
                "Map a part of it, google.subject=assertion.sub.extract('role/{name}') for JWTs,"
                    + " assertion.arn.extract('assumed-role/{role}/') for signed requests, and"
                    + " check the account in the attribute condition"),
            Fix.of("Give the role a shorter path or name"))
        .source(FEDERATION);
  }

  static Finding target(Symptom symptom) {
    return Finding.error(
            "google.target-invalid", "The pool or provider is disabled, deleted or not there")
        .because("The exchange was asked for " + sentAudience(symptom))
        .fix(
            Fix.of("See its state; the name has the number of the project, not its id")
                .withGcloud(describe(symptom)),
            Fix.of("If it is disabled, and nobody means it to be, enable it")
                .withGcloud(update(symptom, "--no-disabled"))
                .with(Fix.Effect.WIDENS))
        .source(PAGE);
  }

  static String sentAudience(Symptom symptom) {
    return symptom.sent().getOrDefault("audience", "an audience that is not known here");
  }

  /** By its full name: gcloud takes no number of a project under {@code --project}. */
  private static String describe(Symptom symptom) {
    return command("describe", symptom);
  }

  private static String update(Symptom symptom, String change) {
    return Commands.of(command("update-oidc", symptom), change);
  }

  private static String command(String verb, Symptom symptom) {
    String command = "gcloud iam workload-identity-pools providers " + verb;
    return ProviderName.in(symptom.sent().getOrDefault("audience", ""))
        .filter(ProviderName::hasNumber)
        .map(provider -> Commands.of(command, provider.name()))
        .orElse(
            command
                + " PROVIDER --workload-identity-pool=POOL --location=global --project=PROJECT");
  }
}
