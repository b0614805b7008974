package dev.crosstrust.sandbox.google.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrincipalTest {
  private static final String POOL =
      "projects/123456789012/locations/global/workloadIdentityPools/my-aws-app";
  private static final String ROLE = "arn:aws:iam::111122223333:role/LambdaOutboundSTSRole";
  private static final String SET = "principalSet://iam.googleapis.com/" + POOL;

  private final FederatedPrincipal federated =
      new FederatedPrincipal(POOL, ROLE, List.of("eng"), Map.of("account", "111122223333"));
  private final User user = new User("ada@example.com", "103", null);

  @Test
  void aFederatedPrincipalHasOneMemberForEachWayToNameIt() {
    assertThat(federated.members())
        .containsExactlyInAnyOrder(
            "principal://iam.googleapis.com/" + POOL + "/subject/" + ROLE,
            SET + "/group/eng",
            SET + "/attribute.account/111122223333",
            SET + "/*",
            "allUsers");
  }

  @Test
  void aMemberOfAFederatedPrincipalIsComparedToTheLetter() {
    assertThat(federated.isNamedBy(federated.member())).isTrue();
    assertThat(federated.isNamedBy(federated.member().toLowerCase(Locale.ROOT))).isFalse();
    assertThat(federated.isNamedBy(SET + "/attribute.account/111122223334")).isFalse();
  }

  @Test
  void allAuthenticatedUsersDoesNotMeanTheFederated() {
    assertThat(federated.isNamedBy("allAuthenticatedUsers")).isFalse();
    assertThat(user.isNamedBy("allAuthenticatedUsers")).isTrue();
  }

  @Test
  void anAddressIsTheSameInAnyCase() {
    assertThat(user.isNamedBy("user:Ada@Example.com")).isTrue();
    assertThat(user.isNamedBy("serviceAccount:ada@example.com")).isFalse();
  }

  @Test
  void refusalsCallTheFederatedJustCaller() {
    assertThat(federated.called()).isEqualTo("Caller");
    assertThat(user.called()).isEqualTo("ada@example.com");
  }
}
