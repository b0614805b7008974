package dev.crosstrust.trust.aws;

import dev.crosstrust.token.Token;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The narrowest statement that lets a token in: its subject, for its audience. */
final class WayIn {
  private WayIn() {}

  static ObjectNode statement(Evaluated evaluated) {
    return statement(
        evaluated.issuer(),
        evaluated.question().token(),
        SessionExtras.needed(evaluated.evaluation().keys()));
  }

  /**
   * The same of an issuer's token.
   *
   * @param extras actions that it needs besides
   */
  static ObjectNode statement(Issuer issuer, Token presented, List<String> extras) {
    TokenText token = new TokenText(presented);
    ObjectNode statement = JsonMapper.shared().createObjectNode();
    statement.put("Effect", "Allow");
    statement.putObject("Principal").put("Federated", issuer.name());
    if (extras.isEmpty()) {
      statement.put("Action", Judged.ACTION);
    } else {
      ArrayNode actions = statement.putArray("Action").add(Judged.ACTION);
      extras.forEach(actions::add);
    }
    ObjectNode equals = statement.putObject("Condition").putObject("StringEquals");
    String audience = token.audiences().isEmpty() ? "" : token.audiences().getFirst();
    String azp = token.claim("azp");
    equals.put(
        issuer.key(issuer.isGoogle() ? "oaud" : "aud"),
        issuer.isGoogle() || azp.isEmpty() ? audience : azp);
    equals.put(issuer.key("sub"), token.claim("sub"));
    return statement;
  }
}
