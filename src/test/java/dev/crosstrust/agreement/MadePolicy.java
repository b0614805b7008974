package dev.crosstrust.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trust policy of great variety.
 *
 * @param open whether it asks for a key that cannot be known from here
 */
record MadePolicy(String json, boolean open) {
  private static final List<String> TEXTS =
      List.of(
          "StringEquals",
          "StringEquals",
          "StringEquals",
          "StringNotEquals",
          "StringEqualsIgnoreCase",
          "StringNotEqualsIgnoreCase",
          "StringLike",
          "StringLike",
          "StringNotLike");
  private static final List<String> ARNS =
      List.of("ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike");
  private static final List<String> NUMBERS =
      List.of(
          "NumericEquals",
          "NumericNotEquals",
          "NumericLessThan",
          "NumericLessThanEquals",
          "NumericGreaterThan",
          "NumericGreaterThanEquals");
  private static final List<String> DATES =
      List.of(
          "DateEquals",
          "DateNotEquals",
          "DateLessThan",
          "DateLessThanEquals",
          "DateGreaterThan",
          "DateGreaterThanEquals");

  /** What conditions are about, mostly what the tokens have. */
  private static final List<String> VALUES =
      List.of(
          MadeToken.SUBJECT,
          MadeToken.SUBJECT,
          MadeToken.SUBJECT,
          MadeToken.ADDRESS,
          MadeToken.CLIENT,
          "sts.amazonaws.com",
          "sts.amazonaws.com",
          "STS.amazonaws.com",
          "repo:org/name:ref:refs/heads/main",
          "repo:org/*",
          "1148*",
          "*391",
          "?14809731204417780391",
          "*",
          "",
          "µ-οσ",
          "${accounts.google.com:sub}",
          "${issuer.example.com/tenant:sub}",
          "${accounts.google.com:nothing, 'sts.amazonaws.com'}",
          "sts${*}amazonaws.com",
          "114809731204417780390");

  private static final List<String> KEYS =
      List.of(
          "accounts.google.com:sub",
          "accounts.google.com:sub",
          "accounts.google.com:aud",
          "accounts.google.com:aud",
          "accounts.google.com:oaud",
          "accounts.google.com:oaud",
          "accounts.google.com:azp",
          "accounts.google.com:email",
          "https://accounts.google.com:sub",
          "issuer.example.com/tenant:sub",
          "issuer.example.com/tenant:aud",
          "sts:RoleSessionName",
          "sts:ExternalId",
          "aws:MultiFactorAuthPresent",
          "cognito-identity.amazonaws.com:amr");

  static MadePolicy of(Choices choices, List<String> principals) {
    boolean[] open = {false};
    List<Object> statements = new ArrayList<>();
    int count = choices.onceIn(3) ? 2 + choices.below(2) : 1;
    for (int i = 0; i < count; i++) {
      statements.add(statement(choices, principals, i > 0, open));
    }
    Map<String, Object> policy = new LinkedHashMap<>();
    if (!choices.onceIn(5)) {
      policy.put("Version", choices.onceIn(6) ? "2008-10-17" : "2012-10-17");
    }
    policy.put("Statement", count == 1 && choices.onceIn(2) ? statements.getFirst() : statements);
    return new MadePolicy(JsonMapper.shared().writeValueAsString(policy), open[0]);
  }

  private static Map<String, Object> statement(
      Choices choices, List<String> principals, boolean further, boolean[] open) {
    Map<String, Object> statement = new LinkedHashMap<>();
    boolean denies = further && choices.onceIn(2);
    statement.put("Effect", denies ? "Deny" : "Allow");
    boolean not = denies && choices.onceIn(10);
    statement.put(not ? "NotPrincipal" : "Principal", principal(choices, principals));
    boolean notAction = choices.onceIn(30);
    statement.put(notAction ? "NotAction" : "Action", action(choices));
    if (!choices.onceIn(6)) {
      statement.put("Condition", conditions(choices, open));
    }
    return statement;
  }

  private static Object principal(Choices choices, List<String> principals) {
    return switch (choices.below(16)) {
      case 4 -> Map.of("Federated", "*");
      case 0 -> Map.of("AWS", choices.oneOf("*", "arn:aws:iam::111122223333:root"));
      case 1 -> Map.of("Service", "lambda.amazonaws.com");
      case 2 -> Map.of("Federated", choices.someOf(principals));
      case 3 -> Map.of("AWS", "111122223333", "Federated", choices.oneOf(principals));
      default -> Map.of("Federated", principals.getFirst());
    };
  }

  private static Object action(Choices choices) {
    return switch (choices.below(14)) {
      case 0 -> "sts:AssumeRole";
      case 1 -> "sts:*";
      case 2 -> "STS:assumerolewithwebidentity";
      case 3 -> List.of("sts:TagSession", "sts:AssumeRoleWith*");
      case 4 -> "sts:AssumeRoleWithWebIdentit?";
      case 5 -> "*";
      default -> "sts:AssumeRoleWithWebIdentity";
    };
  }

  private static Map<String, Object> conditions(Choices choices, boolean[] open) {
    Map<String, Object> conditions = new LinkedHashMap<>();
    int count = 1 + choices.below(3);
    for (int i = 0; i < count; i++) {
      condition(choices, conditions, open);
    }
    return conditions;
  }

  private static void condition(Choices choices, Map<String, Object> conditions, boolean[] open) {
    switch (choices.below(18)) {
      case 0 ->
          put(
              choices,
              conditions,
              open,
              choices.oneOf(ARNS),
              "aws:FederatedProvider",
              arn(choices));
      case 1 ->
          put(choices, conditions, open, choices.oneOf(DATES), "aws:CurrentTime", date(choices));
      case 2 ->
          put(choices, conditions, open, choices.oneOf(DATES), "aws:EpochTime", date(choices));
      case 3 -> {
        String operator = choices.oneOf(NUMBERS);
        String key = choices.oneOf("aws:EpochTime", "accounts.google.com:sub");
        put(choices, conditions, open, operator, key, number(choices));
      }
      case 4 -> {
        String key = choices.onceIn(4) ? "accounts.google.com:sub" : "sts:RoleAuthorizedByIdp";
        put(
            choices,
            conditions,
            open,
            "Bool",
            key,
            choices.oneOf(true, false, "true", "False", "yes"));
      }
      case 5 ->
          put(
              choices,
              conditions,
              open,
              "Null",
              choices.oneOf(KEYS),
              choices.oneOf(true, false, "true", "yes"));
      case 6 -> {
        open[0] = true;
        put(
            choices,
            conditions,
            open,
            choices.oneOf("IpAddress", "NotIpAddress"),
            "aws:SourceIp",
            choices.oneOf("127.0.0.0/8", "203.0.113.0/24", "2001:db8::/32"));
      }
      default ->
          put(
              choices,
              conditions,
              open,
              choices.oneOf(TEXTS),
              choices.oneOf(KEYS),
              values(choices));
    }
  }

  private static Object values(Choices choices) {
    return choices.onceIn(4)
        ? List.of(choices.oneOf(VALUES), choices.oneOf(VALUES))
        : choices.oneOf(VALUES);
  }

  @SuppressWarnings("unchecked")
  private static void put(
      Choices choices,
      Map<String, Object> conditions,
      boolean[] open,
      String base,
      String key,
      Object value) {
    String operator = base;
    if (!base.equals("Null")) {
      operator = choices.onceIn(10) ? choices.oneOf("ForAnyValue:", "ForAllValues:") + base : base;
      operator = choices.onceIn(10) ? operator + "IfExists" : operator;
      open[0] |= operator.startsWith("ForAny") && operator.endsWith("IfExists");
    }
    ((Map<String, Object>) conditions.computeIfAbsent(operator, _ -> new LinkedHashMap<>()))
        .put(choices.onceIn(8) ? key.toUpperCase(Locale.ROOT) : key, value);
  }

  private static Object arn(Choices choices) {
    return choices.oneOf(
        "arn:aws:iam::111122223333:oidc-provider/*",
        "arn:aws:iam::*:oidc-provider/issuer.example.com/tenant",
        "arn:aws:iam::111122223333:oidc-provider/accounts.google.com",
        "arn:*:iam::1111*:*/*");
  }

  private static Object date(Choices choices) {
    return choices.oneOf(
        "2026-11-21T12:00:00Z",
        "2026-11-21T12:00:01Z",
        "2026-11-21T13:00:00+01:00",
        "2026-11-21T12:00Z",
        "2026-11-22",
        "1795262400",
        "2030-01-01T00:00:00.5Z");
  }

  private static Object number(Choices choices) {
    return choices.oneOf(
        1_795_262_400L, "1795262400", "1795262400.0", "+01795262401", "0.5", MadeToken.SUBJECT);
  }
}
