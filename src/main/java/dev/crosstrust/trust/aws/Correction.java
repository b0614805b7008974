package dev.crosstrust.trust.aws;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.crosstrust.finding.Fix.Effect;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The trust policy changed as little as lets the token in.
 *
 * @param policy the whole document; not to be changed
 * @param effect what the change does to who may enter
 * @param changes each in one sentence
 */
public record Correction(@JsonValue JsonNode policy, Effect effect, List<String> changes) {
  public Correction {
    changes = List.copyOf(changes);
  }
}
