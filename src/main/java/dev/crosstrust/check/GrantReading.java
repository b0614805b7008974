package dev.crosstrust.check;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Done;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PolicyResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the policies that may name a token's bearer. For one thread. */
final class GrantReading {
  private final Relay<GoogleSide> relay;
  private final Set<IamPolicy.Binding> bindings = new LinkedHashSet<>();
  private final List<String> unread = new ArrayList<>();
  private boolean any;

  GrantReading(Relay<GoogleSide> relay) {
    this.relay = relay;
  }

  /** What is granted where the bearer is to work, or on whom he is to become; null if unread. */
  @Nullable IamPolicy of(AskedProvider asked) {
    String account = asked.impersonate();
    if (account != null) {
      read(
          "Policy of " + account,
          "iam.serviceAccounts.getIamPolicy",
          new PolicyResource.ServiceAccount(account),
          s -> s.ofServiceAccount(account));
    } else {
      resources(asked);
    }
    String project = asked.projectOrNumber();
    read(
        "Policy of project " + project,
        "resourcemanager.projects.getIamPolicy",
        new PolicyResource.Project(project),
        side -> side.ofProject(project));
    return any ? new IamPolicy(List.copyOf(bindings)) : null;
  }

  /** What was wanted and could not be read. */
  List<String> unread() {
    return List.copyOf(unread);
  }

  private void resources(AskedProvider asked) {
    for (String bucket : asked.buckets()) {
      read(
          "Policy of bucket " + bucket,
          "storage.buckets.getIamPolicy",
          new PolicyResource.Bucket(bucket),
          side -> side.ofBucket(bucket));
    }
    for (AskedProvider.Table it : asked.tables()) {
      read(
          "Access of dataset " + it.dataset(),
          "bigquery.datasets.get",
          new PolicyResource.Dataset(it.project(), it.dataset()),
          side -> side.ofDataset(it.project(), it.dataset()));
      read(
          "Policy of table " + it.table(),
          "bigquery.tables.getIamPolicy",
          new PolicyResource.Table(it.project(), it.dataset(), it.table()),
          side -> side.ofTable(it.project(), it.dataset(), it.table()));
    }
  }

  private void read(
      String thing,
      String permission,
      PolicyResource resource,
      Function<GoogleSide, Outcome<IamPolicy>> ask) {
    if (relay.ask(thing, permission, ask) instanceof Done<IamPolicy>(IamPolicy policy)) {
      any = true;
      bindings.addAll(policy.on(resource).bindings());
    } else {
      unread.add(thing);
    }
  }
}
