package dev.crosstrust.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalItemTest {
  private static final Finding EXPIRED =
      Finding.error("aws.profile-sso-expired", "The sign-in has expired")
          .fix(Fix.of("Sign in").withAws("aws sso login --profile dev"));

  private static SetupItem item(Identity.State state, Finding... findings) {
    return LocalItem.of(
        "aws:dev",
        Optional.of(
            new Identity(
                "aws:dev", Cloud.AWS, "sso", null, "config", false, state, List.of(findings))));
  }

  @Test
  void anIdentityIsAsReadyAsItsFilesSay() {
    assertThat(item(Identity.State.READY).because()).isEqualTo("sso, from config");
    assertThat(item(Identity.State.UNKNOWN).state()).isEqualTo(State.UNKNOWN);
    SetupItem expired = item(Identity.State.NEEDS_SIGN_IN, EXPIRED);
    assertThat(expired.state()).isEqualTo(State.MISSING);
    assertThat(expired.because()).isEqualTo("The sign-in has expired");
    assertThat(expired.fix()).isEqualTo(EXPIRED.fix());
    assertThat(LocalItem.of("aws:gone", Optional.empty()).state()).isEqualTo(State.MISSING);
  }
}
