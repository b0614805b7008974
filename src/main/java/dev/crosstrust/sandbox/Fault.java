package dev.crosstrust.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Ways in which the roads are broken on purpose, to see the cause found. */
public enum Fault {
  /** The audience stands under the key that reads {@code azp}. */
  AUD_OAUD_SWAPPED(
      seed ->
          seed.trustPolicy(
              it -> it.replace("accounts.google.com:oaud", "accounts.google.com:aud"))),
  /** The policy pins the numeric azp, and the token is made in a way that puts the e-mail. */
  AZP_EMAIL(
      seed ->
          seed.trustPolicy(
                  it ->
                      it.replace(
                          "\"accounts.google.com:sub\"",
                          "\"accounts.google.com:aud\": \"%s\",\n          \"accounts.google.com:sub\""
                              .formatted(Names.WORKLOAD_ID)))
              .keyOwner(Names.WORKLOAD)
              .route(it -> it.replaceAll("(?m)^impersonate: .*\\R", ""))),
  /** The route asks for a token for another audience. */
  WRONG_AUDIENCE(
      seed ->
          seed.route(
              it -> it.replace("audience: sts.amazonaws.com", "audience: sts.googleapis.com"))),
  /** Somebody registered Google as an OIDC provider, which takes the built-in one's place. */
  SHADOW_PROVIDER(seed -> seed.googleProviderClientIds(Names.AUDIENCE)),
  /** ID tokens are an hour old when they are handed out. */
  EXPIRED_TOKEN(seed -> seed.idTokenAge(Duration.ofMinutes(70))),
  /** AWS's clock is 20 minutes away. */
  CLOCK_SKEW(seed -> seed.awsClock(Duration.ofMinutes(20))),
  /** A value of the policy differs from the token's in case only. */
  CASE_DIFFERS(
      seed -> seed.trustPolicy(it -> it.replace("\"sts.amazonaws.com\"", "\"STS.amazonaws.com\""))),
  /** The account does not vouch for its principals. */
  OUTBOUND_DISABLED(seed -> seed.outboundEnabled(false)),
  /** Nobody can fetch the keys of the account's issuer. */
  ISSUER_UNREACHABLE(seed -> seed.issuerReachable(false)),
  /** The pool provider lets nobody in. */
  PROVIDER_DISABLED(seed -> seed.providerDisabled(true)),
  /** The role has so long a path that its ARN does not fit into {@code google.subject}. */
  SUBJECT_TOO_LONG(
      seed ->
          seed.lambdaRolePath(
              "/platform/data-engineering/streaming/production/eu-west-1/lambda-functions/outbound/")),
  /** The provider's condition names another account. */
  CONDITION_REFUSES(
      seed ->
          seed.attributeCondition(
              "assertion['https://sts.amazonaws.com/'].aws_account == '%s'"
                  .formatted(Names.OTHER_AWS_ACCOUNT))),
  /** The provider's condition is true of roles that it does not mean. */
  CONDITION_EXPLOITABLE(
      seed -> seed.attributeCondition("assertion.sub.contains('%s')".formatted(Names.LAMBDA_ROLE))),
  /** The grants name the provider, where they should name its pool. */
  BINDING_ON_PROVIDER(
      seed ->
          seed.projectPolicy(
              it ->
                  it.replace(
                      "workloadIdentityPools/my-aws-app/subject/",
                      "workloadIdentityPools/my-aws-app/providers/my-aws-app/subject/"))),
  /** The grants name the ARN of a session, where the token has that of the role. */
  BINDING_SESSION_ARN(
      seed ->
          seed.projectPolicy(
              it ->
                  it.replace(
                      "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole",
                      "arn:aws:sts::111122223333:assumed-role/LambdaOutboundSTSRole/lambda-outbound"))),
  /** A condition on objects alone lets them be read and not be listed: so it is in the story. */
  LIST_UNDER_CONDITION(_ -> {}),
  /** The role may do far more than the story needs. */
  OVER_PRIVILEGED(seed -> seed.rolePolicies("AmazonS3ReadOnlyAccess", "AdministratorAccess")),
  /** AWS's answers do not come in time. */
  SLOW(seed -> seed.weather(Weather.SLOW)),
  /** Connections to AWS break. */
  RESET(seed -> seed.weather(Weather.RESET)),
  /** A proxy answers in AWS's place. */
  HTML_502(seed -> seed.weather(Weather.HTML_502));

  @SuppressWarnings("ImmutableEnumChecker") // the lambdas above hold no state
  private final Consumer<Seed> change;

  Fault(Consumer<Seed> change) {
    this.change = change;
  }

  void breakIt(Seed seed) {
    change.accept(seed);
  }

  /** As it is named to {@code sandbox --fault}: {@code aud-oaud-swapped}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All names, in order. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(Fault::id).toList();
  }

  /**
   * The fault of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Fault of(String id) {
    return Arrays.stream(values())
        .filter(fault -> fault.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no fault is named " + id));
  }
}
