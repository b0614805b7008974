package dev.crosstrust.command.route;

import dev.crosstrust.command.kit.BadInput;
import dev.crosstrust.identity.aws.AwsIdentities;
import dev.crosstrust.identity.aws.AwsIdentity;
import dev.crosstrust.identity.google.GoogleIdentities;
import dev.crosstrust.identity.google.GoogleIdentity;
import dev.crosstrust.setup.Admins;
import dev.crosstrust.surroundings.Surroundings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Who is named to look into the clouds. */
final class AdminOption {
  @Option(
      names = "--admin",
      paramLabel = "ID",
      description = "An identity that may look into its cloud; once for each cloud.")
  private List<String> ids = new ArrayList<>();

  /**
   * Those identities.
   *
   * @throws BadInput when there is no such identity, or two are of one cloud
   */
  Admins in(Surroundings here) {
    AwsIdentities ofAws = new AwsIdentities(here.machine(), here.clock());
    GoogleIdentities ofGoogle = new GoogleIdentities(here.machine());
    List<AwsIdentity> aws = new ArrayList<>();
    List<GoogleIdentity> google = new ArrayList<>();
    for (String id : ids) {
      ofAws
          .find(id)
          .ifPresentOrElse(
              aws::add, () -> google.add(ofGoogle.find(id).orElseThrow(() -> BadInput.nobody(id))));
    }
    if (aws.size() > 1 || google.size() > 1) {
      throw new BadInput("give --admin once for each cloud");
    }
    return new Admins(
        aws.isEmpty() ? null : aws.getFirst(), google.isEmpty() ? null : google.getFirst());
  }
}
