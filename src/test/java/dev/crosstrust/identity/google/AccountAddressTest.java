package dev.crosstrust.identity.google;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountAddressTest {
  @ParameterizedTest
  @CsvSource({
    "sa@demo.iam.gserviceaccount.com, demo, demo",
    "sa@demo.example.com.iam.gserviceaccount.com, example.com:demo, example.com:demo",
    "123-compute@developer.gserviceaccount.com, 123,",
    "demo@appspot.gserviceaccount.com, demo, demo",
    "demo.example.com@appspot.gserviceaccount.com, example.com:demo, example.com:demo",
    "service-123@gcp-sa-pubsub.iam.gserviceaccount.com,,",
    "123@cloudservices.gserviceaccount.com,,",
    "somebody@example.com,,",
  })
  void theProjectIsWhereTheKindOfAddressHasIt(String email, String project, String id) {
    assertThat(AccountAddress.project(email).orElse(null)).isEqualTo(project);
    assertThat(AccountAddress.projectId(email).orElse(null)).isEqualTo(id);
  }
}
