package dev.crosstrust.sandbox.aws.query;

import java.io.IOException;
import java.util.List;

/** What a service does for one action. */
@FunctionalInterface
public interface Operation {
  /**
   * Does it.
   *
   * @return the children of the {@code …Result} element
   * @throws dev.crosstrust.sandbox.aws.AwsError when it is refused
   */
  List<Element> answer(QueryCall call) throws IOException;
}
