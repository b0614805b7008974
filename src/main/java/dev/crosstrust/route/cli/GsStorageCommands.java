package dev.crosstrust.route.cli;

import dev.crosstrust.finding.Shell;
import dev.crosstrust.storage.StorageUri;
import org.jspecify.annotations.Nullable;

/**
 * For {@code gcloud}.
 *
 * @param project whose buckets there are to list; null where the route names none
 * @see <a href="https://cloud.google.com/sdk/gcloud/reference/storage">gcloud storage</a>
 */
public record GsStorageCommands(@Nullable String project) implements StorageCommands {
  @Override
  public String list(StorageUri at) {
    String where = project == null ? "" : " --project " + Shell.quoted(project);
    return at.isRoot() ? "gcloud storage ls" + where : "gcloud storage ls " + word(at);
  }

  @Override
  public String fetch(StorageUri object) {
    return "gcloud storage cp " + word(object) + " .";
  }

  private static String word(StorageUri uri) {
    return Shell.quoted(uri.toString());
  }
}
