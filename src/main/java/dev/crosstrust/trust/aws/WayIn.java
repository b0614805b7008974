package dev.crosstrust.trust.aws;

import tools.jackson.databind.json.JsonMapper;
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
    statement.put("Action", Judged.ACTION);
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
