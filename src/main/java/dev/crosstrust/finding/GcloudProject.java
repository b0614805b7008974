package dev.crosstrust.finding;

import java.util.regex.Pattern;

/**
 * How gcloud is told a project: by its id. Answers of Google often have the number, which its flag
 * refuses and by which the id can be asked for.
 */
public final class GcloudProject {
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private GcloudProject() {}

  /**
   * A command with the project as its last flag, as a POSIX shell reads it.
   *
   * @param project id or number
   */
  public static String command(String project, String command, String... words) {
    return Commands.of(command, words) + " " + flag(project);
  }

  private static String flag(String project) {
    return NUMBER.matcher(project).matches()
        ? "--project=\"$(gcloud projects describe %s --format='value(projectId)')\""
            .formatted(project)
        : Shell.quoted("--project=" + project);
  }
}
