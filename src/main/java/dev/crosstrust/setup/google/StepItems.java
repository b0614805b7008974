package dev.crosstrust.setup.google;

import dev.crosstrust.check.GoogleSide;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.inspect.google.Bucket;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Step;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.storage.StorageUri;
import dev.crosstrust.storage.table.DatasetName;
import dev.crosstrust.storage.table.TableName;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PredefinedRoles;
import dev.crosstrust.trust.google.Requested;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the steps of a route need at their targets.
 *
 * @param who as whom policies name whoever makes the steps; null where nothing is known
 * @param certain whether it is known to be this one
 * @param direct whether that is a federated principal, which buckets with lists on single objects
 *     turn away
 */
record StepItems(
    AwsToGoogle route, @Nullable Grantee who, boolean certain, boolean direct, GoogleSide google) {

  /** The items of a step. */
  List<SetupItem> of(Step step) {
    String target = Objects.requireNonNullElse(step.target(), "");
    return switch (step.operation()) {
      case GCS_LIST_OBJECTS -> onBucket(step, target, PredefinedRoles.LIST);
      case GCS_GET_OBJECT -> onBucket(step, target, PredefinedRoles.GET);
      case GCS_CREATE_OBJECT -> onBucket(step, target, PredefinedRoles.CREATE);
      case BIGQUERY_INSERT_ROW -> onTable(step, target);
      default -> List.of();
    };
  }

  private List<SetupItem> onBucket(Step step, String target, String permission) {
    StorageUri uri = StorageUri.parse(target);
    List<SetupItem> items = new ArrayList<>();
    Outcome<Bucket> bucket = google.bucket(uri.bucket());
    items.add(bucket(uri.bucket(), bucket));
    Need need = need(step, permission, target, uri.bucket());
    if (who == null || !certain) {
      items.add(need.unknown(who == null ? Grantee.NOT_KNOWN : Grantee.NOT_CERTAIN));
      return items;
    }
    Map<String, Outcome<IamPolicy>> policies = new LinkedHashMap<>();
    policies.put("bucket " + uri.bucket(), google.ofBucket(uri.bucket()));
    policies.put(projectOf(bucket), bucket.then(found -> google.ofProject(found.project())));
    items.add(new Grants(who, permission, requested(permission, uri)).judge(need, policies));
    return items;
  }

  /** A bucket is listed, an object read or written; a name in braces is made when it is used. */
  private static Requested requested(String permission, StorageUri uri) {
    if (permission.equals(PredefinedRoles.LIST)) {
      return Requested.bucket(uri.bucket());
    }
    String key = uri.key();
    int brace = key.indexOf('{');
    return brace < 0
        ? Requested.object(uri.bucket(), key, false)
        : Requested.object(uri.bucket(), key.substring(0, brace), true);
  }

  private Need need(Step step, String permission, String target, String bucket) {
    return who == null
        ? Need.of(item(step, permission, target))
        : Need.of(
            item(step, permission, target),
            GoogleFixes.grantOnBucket(bucket, role(permission), who));
  }

  private static String role(String permission) {
    return PredefinedRoles.narrowest(permission).orElseThrow();
  }

  private static String item(Step step, String permission, String target) {
    return "%s is granted on %s (%s)".formatted(permission, target, step.operation().text());
  }

  /** A bucket may be of another project than the route's. */
  private static String projectOf(Outcome<Bucket> bucket) {
    return bucket instanceof Done<Bucket>(Bucket found)
        ? Grants.project(found.project())
        : "the bucket's project";
  }

  /** That the bucket is there and, with direct access, that IAM alone decides on it. */
  private SetupItem bucket(String name, Outcome<Bucket> read) {
    String item = "Bucket %s exists".formatted(name) + (direct ? " and lets IAM alone decide" : "");
    Need need = Need.of(item, GoogleFixes.createBucket(name, route.google().project()));
    return need.by(
        read,
        bucket ->
            !direct || bucket.uniform()
                ? need.present(
                    bucket.uniform()
                        ? "Uniform bucket-level access is on"
                        : "It is in project " + bucket.project())
                : Need.of(item, GoogleFixes.uniform(name))
                    .missing(
                        "It has lists on single objects, and turns federated identities away"));
  }

  private static SetupItem exists(TableName table, Outcome<IamPolicy> read) {
    Need need = Need.of("Table %s exists".formatted(table.table()), GoogleFixes.createTable(table));
    return need.by(read, _ -> need.present("Its policy can be read"));
  }

  private List<SetupItem> onTable(Step step, String target) {
    TableName table;
    try {
      table = TableName.parse(target, route.google().project());
    } catch (IllegalArgumentException e) {
      String item = item(step, PredefinedRoles.INSERT, target);
      return List.of(Need.of(item).unknown(String.valueOf(e.getMessage())));
    }
    DatasetName dataset = table.dataset();
    Outcome<IamPolicy> own = google.ofTable(dataset.project(), dataset.dataset(), table.table());
    return List.of(exists(table, own), granted(step, table, own));
  }

  private SetupItem granted(Step step, TableName table, Outcome<IamPolicy> own) {
    String item = item(step, PredefinedRoles.INSERT, String.valueOf(step.target()));
    if (who == null) {
      return Need.of(item).unknown(Grantee.NOT_KNOWN);
    }
    Need need = Need.of(item, GoogleFixes.grantOnTable(table, role(PredefinedRoles.INSERT), who));
    if (!certain) {
      return need.unknown(Grantee.NOT_CERTAIN);
    }
    Map<String, Outcome<IamPolicy>> policies = new LinkedHashMap<>();
    policies.put("table " + table.table(), own);
    DatasetName dataset = table.dataset();
    String project = dataset.project();
    policies.put("dataset " + dataset.dataset(), google.ofDataset(project, dataset.dataset()));
    policies.put(Grants.project(project), google.ofProject(project));
    Requested requested = Requested.table(project, dataset.dataset(), table.table());
    return new Grants(who, PredefinedRoles.INSERT, requested).judge(need, policies);
  }
}
