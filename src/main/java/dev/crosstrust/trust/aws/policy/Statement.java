package dev.crosstrust.trust.aws.policy;

import dev.crosstrust.trust.Ternary;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One statement of a trust policy.
 *
 * @param index from 0
 * @param allows whether its effect is {@code Allow}, else it is {@code Deny}
 * @param notAction whether it is about all actions but these
 */
public record Statement(
    int index,
    boolean allows,
    PrincipalElement principal,
    List<String> actions,
    boolean notAction,
    List<Condition> conditions) {
  private static final Set<String> MEMBERS =
      Set.of("Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Condition");
  private static final Pattern OF_STS = Pattern.compile("(?i)\\*|sts:.*");
  private static final String ACTION = "Action";
  private static final String PRINCIPAL = "Principal";
  private static final String NOT = "Not";

  public Statement {
    actions = List.copyOf(actions);
    conditions = List.copyOf(conditions);
  }

  static Statement of(int index, JsonNode json, boolean variables) throws MalformedPolicy {
    String where = "Statement %d".formatted(index + 1);
    if (!json.isObject()) {
      throw new MalformedPolicy(where + " is no object.");
    }
    for (String member : json.propertyNames()) {
      if (!MEMBERS.contains(member)) {
        throw new MalformedPolicy(
            "%s has a member \"%s\", which statements of a trust policy have not."
                .formatted(where, member));
      }
    }
    String effect = json.path("Effect").asString("");
    if (!effect.equals("Allow") && !effect.equals("Deny")) {
      throw new MalformedPolicy(where + ": Effect is to be Allow or Deny.");
    }
    boolean notPrincipal = onlyOne(json, PRINCIPAL, where);
    if (json.path(notPrincipal ? NOT + PRINCIPAL : PRINCIPAL).isString()) {
      throw new MalformedPolicy(
          where
              + ": a trust policy takes no mere text as its principal, but {\"Federated\": …} for"
              + " bearers of tokens, {\"AWS\": …} for callers with AWS keys.");
    }
    boolean notAction = onlyOne(json, ACTION, where);
    List<String> actions =
        Texts.of(json.path(notAction ? NOT + ACTION : ACTION), where + ", " + ACTION);
    for (String action : actions) {
      if (!OF_STS.matcher(action).matches()) {
        throw new MalformedPolicy(
            "%s: a trust policy is about actions of sts only, not about %s."
                .formatted(where, action));
      }
    }
    return new Statement(
        index,
        effect.equals("Allow"),
        PrincipalElement.of(
            json.path(notPrincipal ? NOT + PRINCIPAL : PRINCIPAL), notPrincipal, where),
        actions,
        notAction,
        Conditions.of(json.path("Condition"), variables, where));
  }

  /** Whether it is the negated one of the two members, of which there has to be one. */
  private static boolean onlyOne(JsonNode json, String member, String where)
      throws MalformedPolicy {
    if (json.has(member) == json.has(NOT + member)) {
      throw new MalformedPolicy(
          "%s is to have one of %s and Not%s.".formatted(where, member, member));
    }
    return json.has(NOT + member);
  }

  /** Its effect, as it is written. */
  public String effect() {
    return allows ? "Allow" : "Deny";
  }

  /** What it is about, for people. */
  public String shownActions() {
    return (notAction ? "all actions but " : "") + String.join(", ", actions);
  }

  /** Whether it is about an action. */
  public boolean isAbout(String action) {
    return actions.stream().anyMatch(it -> Wildcards.fitsAction(it, action)) != notAction;
  }

  /** Whether all its conditions hold. */
  public Ternary holds(RequestKeys keys) {
    return Ternary.all(conditions.stream().map(it -> it.holds(keys)));
  }
}
