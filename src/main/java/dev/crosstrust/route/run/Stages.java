package dev.crosstrust.route.run;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.identity.Identity;
import dev.crosstrust.route.Route;
import dev.crosstrust.route.Step;
import dev.crosstrust.token.SubjectToken;

/**
 * The stages of a road, each making its calls as legs of one run. They are the same both ways; what
 * the exchange gives is not.
 *
 * @param <R> the routes that it walks
 * @param <C> what the exchange gives
 */
public interface Stages<R extends Route, C> extends AutoCloseable {
  /** Who the route starts from, read from files. */
  Outcome<Identity> identity(R route);

  /** A subject token for the other cloud. */
  Outcome<SubjectToken> token(R route);

  /** What is known to lead elsewhere than the route expects, before the token is presented. */
  default Outcome<SubjectToken> presentable(R route, SubjectToken token) {
    return Outcome.done(token);
  }

  /** The token traded for temporary credentials. */
  Outcome<C> exchange(R route, SubjectToken token);

  /** The account pin, kept before anything is read or written. */
  default Outcome<C> pinned(R route, C credentials) {
    return Outcome.done(credentials);
  }

  /** Who the credentials lead on to be, where the route wants that. */
  default Outcome<C> goOn(R route, C credentials) {
    return Outcome.done(credentials);
  }

  /** What a run tells of the credentials. */
  Run.Credentials borrowed(C credentials);

  /** Whom they stand for, in one line. */
  default String said(C credentials) {
    return borrowed(credentials).principal();
  }

  /** One step with the credentials; its value says in one line what was given. */
  Outcome<String> make(R route, Step step, C credentials);

  /**
   * Whether a refusal is about permission: a missing bucket or a wrong signature proves nothing
   * about it.
   */
  boolean denies(Refusal refusal);

  @Override
  void close();
}
