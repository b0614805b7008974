package dev.crosstrust.finding;

import org.jspecify.annotations.Nullable;

/**
 * One way to mend what a finding found.
 *
 * @param text what to do, in a sentence
 * @param aws the same as an {@code aws} command
 * @param gcloud the same as a {@code gcloud} command
 * @param terraform the same as Terraform
 * @param effect what it does to who may enter
 */
public record Fix(
    String text,
    @Nullable String aws,
    @Nullable String gcloud,
    @Nullable String terraform,
    @Nullable Effect effect) {

  /** What a change of policy does to who may enter. */
  public enum Effect {
    NARROWS,
    SAME,
    WIDENS
  }

  public static Fix of(String text) {
    return new Fix(text, null, null, null, null);
  }

  public Fix withAws(String command) {
    return new Fix(text, command, gcloud, terraform, effect);
  }

  public Fix withGcloud(String command) {
    return new Fix(text, aws, command, terraform, effect);
  }

  public Fix withTerraform(String resources) {
    return new Fix(text, aws, gcloud, resources, effect);
  }

  public Fix with(Effect change) {
    return new Fix(text, aws, gcloud, terraform, change);
  }
}
