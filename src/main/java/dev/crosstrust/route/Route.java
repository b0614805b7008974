package dev.crosstrust.route;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A saved way from one identity to the other cloud. It never holds a secret. */
public sealed interface Route permits GoogleToAws, AwsToGoogle {
  /** Lower-case letters, digits and dashes: also the name of its file. */
  String name();

  /** Which way it goes. */
  Direction direction();

  /** The id of the identity it starts from, for example {@code gcloud:demo-gke}. */
  String identity();

  /** Who one becomes at the other end, in short: {@code role/NAME}. */
  String becomes();

  /** The accounts that the user means to reach. */
  Expect expect();

  /** What is done at the other end, in this order. */
  List<Step> steps();

  /**
   * The account pin: nothing is read or written when the route leads elsewhere.
   *
   * @param awsAccount twelve digits; null for any
   * @param googleProject the project's id; null for any
   */
  record Expect(@Nullable String awsAccount, @Nullable String googleProject) {
    public static final Expect ANYTHING = new Expect(null, null);
  }
}
