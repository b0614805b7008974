package dev.crosstrust.exchange.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Label;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.evidence.Wire;
import dev.crosstrust.evidence.aws.AwsCalls;
import dev.crosstrust.evidence.aws.AwsClients;
import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.identity.BoundedFile;
import dev.crosstrust.identity.aws.AwsEndpoints;
import dev.crosstrust.identity.aws.Means;
import dev.crosstrust.token.SubjectToken;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/** Roles that a profile takes on: with other keys, or with a token from a file. */
record RoleCredentials(Wire wire, AwsEndpoints endpoints) {
  private static final Label SIGN_IN = Label.of("sign-in", "sts", "AssumeRole");
  private static final String SESSION_NAME = "crosstrust";

  Outcome<AwsCredentials> assume(Means.AssumedRole role, AwsCredentials keys) {
    Optional<String> problem =
        RequestCheck.role(role.roleArn()).or(() -> RequestCheck.duration(role.duration()));
    return problem.isPresent()
        ? Outcome.broken(Kind.LOCAL, problem.get())
        : endpoints
            .target("sts", role.profile(), role.sourceProfile(), null)
            .then(sts -> assume(role, keys, sts));
  }

  private Outcome<AwsCredentials> assume(
      Means.AssumedRole role, AwsCredentials keys, AwsTarget sts) {
    AssumeRoleRequest request =
        AssumeRoleRequest.builder()
            .roleArn(role.roleArn())
            .roleSessionName(Objects.requireNonNullElse(role.sessionName(), SESSION_NAME))
            .externalId(role.externalId())
            .durationSeconds(WebIdentityExchange.seconds(role.duration()))
            .build();
    try (StsClient client = AwsClients.signed(StsClient.builder(), wire, sts, keys).build()) {
      return AwsCalls.outcome(SIGN_IN, () -> client.assumeRole(request))
          .map(AssumeRoleResponse::credentials)
          .then(SdkKeys::of);
    }
  }

  Outcome<AwsCredentials> assume(Means.WebIdentity role) {
    String token;
    try {
      token = BoundedFile.text(role.tokenFile()).strip();
    } catch (IOException e) {
      return Outcome.broken(
          Kind.LOCAL, "the token file %s cannot be read".formatted(role.tokenFile()));
    }
    WebIdentityRequest request =
        new WebIdentityRequest(
            role.roleArn(),
            Objects.requireNonNullElse(role.sessionName(), SESSION_NAME),
            role.duration(),
            null,
            List.of());
    return endpoints
        .target("sts", role.profile(), null, null)
        .then(
            sts ->
                new WebIdentityExchange(wire)
                    .assume("sign-in", request, SubjectToken.jwt(token), sts))
        .map(RoleSession::credentials);
  }
}
