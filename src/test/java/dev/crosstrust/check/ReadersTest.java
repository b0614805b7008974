package dev.crosstrust.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.identity.Machine;
import dev.crosstrust.identity.aws.AwsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may be asked to read without anybody's help. */
class ReadersTest {
  private static final String ACCOUNT = "111122223333";

  @TempDir Path home;

  @Test
  void whoNeedsAProgramASecondFactorOrATokenFileIsNotAsked() throws IOException {
    config(
        """
        [profile keys]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        [profile program]
        credential_process = /bin/true
        [profile role]
        role_arn = arn:aws:iam::111122223333:role/Reader
        source_profile = keys
        [profile with-mfa]
        role_arn = arn:aws:iam::111122223333:role/Reader
        source_profile = keys
        mfa_serial = arn:aws:iam::111122223333:mfa/me
        [profile of-program]
        role_arn = arn:aws:iam::111122223333:role/Reader
        source_profile = program
        [profile pod]
        role_arn = arn:aws:iam::111122223333:role/Reader
        web_identity_token_file = /var/run/secrets/token
        """);

    assertThat(readers().aws(ACCOUNT))
        .extracting(it -> it.shown().id())
        .containsExactlyInAnyOrder("aws:keys", "aws:role");
  }

  @Test
  void whoIsOfAnotherAccountByTheFilesIsNotAsked() throws IOException {
    config(
        """
        [profile keys]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        [profile elsewhere]
        role_arn = arn:aws:iam::444455556666:role/Reader
        source_profile = keys
        """);

    assertThat(readers().aws(ACCOUNT))
        .extracting(it -> it.shown().id())
        .containsExactly("aws:keys");
  }

  @Test
  void noMoreThanFourAreAskedAndTheActiveOneFirst() throws IOException {
    StringBuilder profiles = new StringBuilder();
    for (String name : new String[] {"a", "b", "c", "d", "e"}) {
      profiles.append(
          """
          [profile %s]
          aws_access_key_id = AKIAIOSFODNN7EXAMPLE
          aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
          """
              .formatted(name));
    }
    config(profiles.toString());

    assertThat(readers("AWS_PROFILE", "c").aws(ACCOUNT))
        .hasSize(4)
        .first()
        .extracting(it -> it.shown().id())
        .isEqualTo("aws:c");
  }

  @Test
  void whoWasNamedIsAskedInPlaceOfAllOthers() throws IOException {
    config(
        """
        [profile one]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        [profile two]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
    AwsIdentity two = readers().aws().getLast();

    assertThat(readers().naming(two, null).aws(ACCOUNT)).containsExactly(two);
    assertThat(readers().naming(two, null).google()).isEmpty();
    assertThat(readers().naming(null, null)).isEqualTo(readers());
  }

  private Readers readers(String... variable) {
    Map<String, String> environment =
        variable.length == 0 ? Map.of() : Map.of(variable[0], variable[1]);
    return Readers.of(new Machine(environment, home), InstantSource.system());
  }

  private void config(String text) throws IOException {
    Files.createDirectories(home.resolve(".aws"));
    Files.writeString(home.resolve(".aws/config"), text);
  }
}
