package dev.crosstrust.setup.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.check.GoogleSide;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.inspect.google.ServiceAccount;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import org.junit.jupiter.api.Test;

class AccountItemsTest {
  private static final String COMPUTE = "123-compute@developer.gserviceaccount.com";

  private static Outcome<ServiceAccount> notFound() {
    return new Refused<>(new Refusal("iam", "get", 404, "NOT_FOUND", "not found", null));
  }

  @Test
  void anAccountThatComesWithAProjectIsNotCreated() {
    SetupItem made = new AccountItems("sa@demo.iam.gserviceaccount.com").exists(notFound());
    assertThat(made.fix().getFirst().gcloud())
        .isEqualTo("gcloud iam service-accounts create sa --project=demo");
    assertThat(new AccountItems(COMPUTE).exists(notFound()).fix()).isEmpty();
  }

  @Test
  void theAccountOfComputeEngineTellsTheNumberOfItsProject() {
    Outcome<ServiceAccount> disabled = Outcome.done(new ServiceAccount(COMPUTE, "1", true));
    assertThat(new AccountItems(COMPUTE).exists(disabled).fix().getFirst().gcloud())
        .isEqualTo(
            "gcloud iam service-accounts enable %s --project=\"$(gcloud projects describe 123 --format='value(projectId)')\""
                .formatted(COMPUTE));
  }

  @Test
  void whereTheAddressTellsNoProjectThePoliciesAboveItAreNotRead() {
    GoogleSide google = GoogleSide.closed();
    AccountItems agent = new AccountItems("123@cloudservices.gserviceaccount.com");
    SetupItem tokens = agent.givesIdTokens("sa@demo.iam.gserviceaccount.com", google);
    assertThat(tokens.state()).isEqualTo(State.UNKNOWN);
    assertThat(tokens.fix().getFirst().gcloud())
        .isEqualTo(
            "gcloud iam service-accounts add-iam-policy-binding"
                + " projects/-/serviceAccounts/123@cloudservices.gserviceaccount.com"
                + " --member=serviceAccount:sa@demo.iam.gserviceaccount.com"
                + " --role=roles/iam.serviceAccountOpenIdTokenCreator --condition=None");
    SetupItem api = AccountItems.api(null, google);
    assertThat(api.state()).isEqualTo(State.UNKNOWN);
    assertThat(api.fix()).isEmpty();
  }

  @Test
  void whoeverTheIdentityIsItsRightToActIsAskedFor() {
    SetupItem item =
        new AccountItems("sa@demo.iam.gserviceaccount.com")
            .actedAsBy(null, false, GoogleSide.closed());

    assertThat(item.item()).isEqualTo("The identity may act as the service account");
    assertThat(item.state()).isEqualTo(State.UNKNOWN);
  }
}
