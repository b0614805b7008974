package dev.crosstrust.sandbox.google.bigquery;

import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.api.ApiCall;
import dev.crosstrust.sandbox.google.api.Bearer;
import dev.crosstrust.sandbox.google.policy.Policies;
import dev.crosstrust.sandbox.google.policy.Resource;
import dev.crosstrust.sandbox.google.token.AccessToken;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import java.util.Collections;
import java.util.List;

/** Who calls, and what the caller may see: without a permission nothing is said to exist. */
final class Access {
  private static final String ANY = "https://www.googleapis.com/auth/";
  private static final List<String> READ =
      List.of(
          ANY + "bigquery",
          ANY + "bigquery.readonly",
          ANY + "cloud-platform",
          ANY + "cloud-platform.read-only");
  private static final List<String> INSERT =
      List.of(ANY + "bigquery", ANY + "bigquery.insertdata", ANY + "cloud-platform");

  private final AccessTokens tokens;
  private final Policies policies;
  private final Datasets datasets;

  Access(AccessTokens tokens, Policies policies, Datasets datasets) {
    this.tokens = tokens;
    this.policies = policies;
    this.datasets = datasets;
  }

  Caller reader(ApiCall call) {
    return caller(call, READ);
  }

  Caller inserter(ApiCall call) {
    return caller(call, INSERT);
  }

  private Caller caller(ApiCall call, List<String> scopes) {
    String value = Bearer.token(call.request()).orElseThrow(BigQueryErrors::credentialsMissing);
    AccessToken token = tokens.find(value).orElseThrow(BigQueryErrors::credentialsInvalid);
    if (Collections.disjoint(token.scopes(), scopes)) {
      throw BigQueryErrors.insufficientScopes();
    }
    return new Caller(token.holder());
  }

  /** Somebody who calls. */
  final class Caller {
    private final Principal who;

    private Caller(Principal who) {
      this.who = who;
    }

    /** The e-mail, or another word for who has none. */
    String called() {
      return who.called();
    }

    boolean holds(String permission, Resource on) {
      return policies.allow(who, permission, on);
    }

    void requireOnProject(String permission, String project) {
      if (!holds(permission, Resource.project(project))) {
        throw BigQueryErrors.deniedOnProject(permission, project);
      }
    }

    Dataset dataset(ApiCall call, String permission) {
      String project = call.path("project");
      String id = call.path("dataset");
      String fullId = project + ":" + id;
      if (!holds(permission, Resource.dataset(project, id))) {
        throw BigQueryErrors.denied(permission, "Dataset", fullId);
      }
      return datasets
          .find(project, id)
          .orElseThrow(() -> BigQueryErrors.notFound("Dataset", fullId));
    }

    Table table(ApiCall call, String permission) {
      TableName name =
          new TableName(call.path("project"), call.path("dataset"), call.path("table"));
      if (!holds(permission, name.resource())) {
        throw BigQueryErrors.denied(permission, "Table", name.toString());
      }
      return existing(name);
    }

    /** A table to be read by a query. */
    Table queried(TableName name) {
      if (!holds("bigquery.tables.getData", name.resource())) {
        throw BigQueryErrors.deniedToQuery(name.toString());
      }
      return existing(name);
    }

    private Table existing(TableName name) {
      Dataset dataset =
          datasets
              .find(name.project(), name.dataset())
              .orElseThrow(
                  () -> BigQueryErrors.notFound("Dataset", name.project() + ":" + name.dataset()));
      return dataset
          .find(name.table())
          .orElseThrow(() -> BigQueryErrors.notFound("Table", name.toString()));
    }
  }
}
