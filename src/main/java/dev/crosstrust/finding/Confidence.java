package dev.crosstrust.finding;

/** How sure a finding is, never surer than its evidence. */
public enum Confidence {
  CERTAIN,
  LIKELY,
  POSSIBLE
}
