package dev.crosstrust.trust.google;

import dev.crosstrust.trust.google.cel.Answer;
import dev.crosstrust.trust.google.cel.Dialect;
import dev.crosstrust.trust.google.cel.Expression;
import dev.crosstrust.trust.google.cel.InvalidExpression;
import dev.crosstrust.trust.google.cel.Reasons;
import dev.crosstrust.trust.google.cel.Variables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the condition of a grant holds at some time. What is asked for is known as far as the
 * policy's place tells: below a project it may be anything, in a bucket any object.
 *
 * @param on what the policy stands on; null where that is not known
 * @see <a href="https://cloud.google.com/iam/docs/conditions-attribute-reference">Attribute
 *     reference for IAM Conditions</a>
 */
record GrantCondition(String expression, @Nullable PolicyResource on, Instant at) {
  private static final String REQUEST = "request";
  private static final String RESOURCE = "resource";
  private static final String SERVICE = "service";
  private static final String TYPE = "type";
  private static final String NAME = "name";

  /** A condition that cannot be evaluated grants nothing, as Google says. */
  PoolReport.Condition judged() {
    try {
      Expression condition = Expression.of(Dialect.GRANT, expression);
      Variables seen = seen();
      return switch (condition.evaluate(seen)) {
        case Answer.Value(Object value) when value.equals(true) -> said(true, List.of());
        case Answer.Open() -> said(null, Reasons.against(condition, seen));
        case Answer.Value _, Answer.Failed _ -> said(false, Reasons.against(condition, seen));
      };
    } catch (InvalidExpression e) {
      return said(null, List.of("It is not understood here: %s.".formatted(e.getMessage())));
    }
  }

  private PoolReport.Condition said(@Nullable Boolean holds, List<String> because) {
    return new PoolReport.Condition(expression, holds, because);
  }

  private Variables seen() {
    Variables request = Variables.NONE.with(REQUEST, Map.of("time", at));
    for (String later : List.of("auth", "host", "path")) {
      request = request.unknown(REQUEST, later);
    }
    return resource(request.unknown("api").unknown("destination"));
  }

  private Variables resource(Variables all) {
    return switch (on) {
      case null -> all.with(RESOURCE, Map.of()).unknown(RESOURCE);
      // No page tells what a service account has of these.
      case PolicyResource.Project _, PolicyResource.ServiceAccount _ ->
          all.with(RESOURCE, Map.of()).unknown(RESOURCE);
      case PolicyResource.Bucket _ -> of(all, "storage.googleapis.com");
      case PolicyResource.Dataset _ -> of(all, "bigquery.googleapis.com");
      case PolicyResource.Table table ->
          all.with(
              RESOURCE,
              Map.of(
                  SERVICE,
                  "bigquery.googleapis.com",
                  TYPE,
                  "bigquery.googleapis.com/Table",
                  NAME,
                  "projects/%s/datasets/%s/tables/%s"
                      .formatted(table.project(), table.dataset(), table.table())));
    };
  }

  private static Variables of(Variables all, String service) {
    return all.with(RESOURCE, Map.of(SERVICE, service))
        .unknown(RESOURCE, TYPE)
        .unknown(RESOURCE, NAME);
  }
}
