package dev.crosstrust.command.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void wordsAreInLowerCaseWithHyphensAndAbsentMembersAreLeftOut() {
    Identity identity =
        new Identity(
            "aws:dev",
            Cloud.AWS,
            "sso",
            null,
            "config",
            false,
            Identity.State.NEEDS_SIGN_IN,
            List.of(Finding.error("aws.profile-sso-expired", "The session has expired")));

    assertThat(Json.line(identity))
        .isEqualTo(
            """
            {"id":"aws:dev","cloud":"aws","kind":"sso","source":"config","active":false,\
            "state":"needs-sign-in","findings":[{"id":"aws.profile-sso-expired",\
            "severity":"error","title":"The session has expired","because":[],"fix":[],\
            "confidence":"certain"}]}\
            """);
  }

  @Test
  void timesAreIsoInUtcAndSecretsAreFingerprints() {
    assertThat(Json.line(Map.of("at", Instant.parse("2026-11-21T10:00:00Z"))))
        .isEqualTo("{\"at\":\"2026-11-21T10:00:00Z\"}");
    assertThat(Json.line(List.of(Secret.of("hunter2"))))
        .contains("sha256:")
        .doesNotContain("hunter2");
    assertThat(Json.line(List.of(Optional.of("x")))).isEqualTo("[\"x\"]");
  }
}
