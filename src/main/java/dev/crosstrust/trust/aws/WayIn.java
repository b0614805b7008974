package dev.crosstrust.trust.aws;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The narrowest statement that lets a token in: its subject, for its audience. */
final class WayIn {
  private WayIn() {}

  static ObjectNode statement(Evaluated evaluated) {
    Issuer issuer = evaluated.issuer();
    TokenText token = new TokenText(evaluated.question().token());
    ObjectNode statement = JsonMapper.shared().createObjectNode();
    statement.put("Effect", "Allow");
    statement.putObject("Principal").put("Federated", issuer.name());
    List<String> extras = SessionExtras.needed(evaluated.evaluation().keys());
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
