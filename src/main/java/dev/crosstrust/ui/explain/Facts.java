package dev.crosstrust.ui.explain;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.diagnosis.Explained;
import dev.crosstrust.ui.kit.Visible;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What could be read out of a text, name by name.
 *
 * @param value as the text has it; what cannot be seen is written as its code
 * @param code whether it is the text's own word, not ours
 */
record Facts(String name, String value, boolean code) {
  /** Who answered what. */
  static List<Facts> ofAnswer(Explained explained) {
    List<Facts> facts = new ArrayList<>();
    said(facts, "Service", explained.service());
    said(facts, "Operation", explained.operation());
    said(facts, "Status", explained.status() == null ? null : String.valueOf(explained.status()));
    said(facts, "Code", explained.code());
    return facts;
  }

  /** Who was refused what, by what. */
  static List<Facts> ofDenial(@Nullable Denial denial) {
    List<Facts> facts = new ArrayList<>();
    if (denial == null || denial.bare()) {
      return facts;
    }
    said(facts, "Principal", denial.principal());
    said(facts, "Action", denial.action());
    said(facts, "Permission", denial.permission());
    said(facts, "Resource", denial.resource());
    if (denial.mayNotExist()) {
      facts.add(new Facts("", "It may not exist: the text leaves that open.", false));
    }
    if (denial.policyType() != null) {
      facts.add(new Facts("Kind of policy", denial.policyType().text() + how(denial), false));
    }
    said(facts, "Policy", denial.policyArn());
    said(facts, "Authorization id", denial.authorizationId());
    said(facts, "Encoded message", denial.encodedMessage());
    return facts;
  }

  private static String how(Denial denial) {
    if (denial.explicit() == null) {
      return "";
    }
    return denial.explicit() ? ": an explicit Deny" : ": nothing allows it";
  }

  private static void said(List<Facts> facts, String name, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new Facts(name, Visible.text(value), true));
    }
  }
}
