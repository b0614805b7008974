package dev.crosstrust.ui.identities;

import dev.crosstrust.identity.Cloud;
import dev.crosstrust.identity.Identity;
import java.util.ArrayList;
import java.util.List;

/** A line of the list: a cloud's heading, or somebody of that cloud. */
sealed interface Row {
  /** The cloud that the rows below belong to. */
  record Heading(Cloud cloud) implements Row {}

  /** Somebody. */
  record Entry(Identity identity) implements Row {}

  /** Each cloud that has somebody, headed; the order within a cloud stays. */
  static List<Row> of(List<Identity> identities) {
    List<Row> rows = new ArrayList<>();
    for (Cloud cloud : Cloud.values()) {
      List<Identity> here = identities.stream().filter(it -> it.cloud() == cloud).toList();
      if (!here.isEmpty()) {
        rows.add(new Heading(cloud));
        here.forEach(identity -> rows.add(new Entry(identity)));
      }
    }
    return rows;
  }
}
