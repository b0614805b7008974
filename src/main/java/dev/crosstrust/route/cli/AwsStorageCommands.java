package dev.crosstrust.route.cli;

import dev.crosstrust.evidence.aws.AwsTarget;
import dev.crosstrust.finding.Shell;
import dev.crosstrust.storage.StorageUri;

/**
 * For {@code aws}, which must be told of an endpoint that is not the region's own.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/s3/">AWS CLI, s3</a>
 */
public record AwsStorageCommands(AwsTarget target) implements StorageCommands {
  @Override
  public String list(StorageUri at) {
    return at.isRoot() ? "aws s3 ls" + where() : "aws s3 ls " + word(at) + where();
  }

  @Override
  public String fetch(StorageUri object) {
    return "aws s3 cp " + word(object) + " ." + where();
  }

  private String where() {
    String endpoint =
        target.endpoint() == null
            ? ""
            : " --endpoint-url " + Shell.quoted(target.endpoint().toString());
    return " --region " + Shell.quoted(target.region()) + endpoint;
  }

  private static String word(StorageUri uri) {
    return Shell.quoted(uri.toString());
  }
}
