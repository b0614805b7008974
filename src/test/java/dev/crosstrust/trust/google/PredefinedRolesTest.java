package dev.crosstrust.trust.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.trust.Ternary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredefinedRolesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "storage.buckets.list",
        "storage.buckets.get",
        "storage.objects.list",
        "storage.objects.get",
        "storage.objects.create",
        "storage.objects.update",
        "storage.objects.delete",
        "bigquery.jobs.create",
        "bigquery.datasets.get",
        "bigquery.tables.get",
        "bigquery.tables.list",
        "bigquery.tables.getData",
        "bigquery.tables.updateData"
      })
  void theRoleThatIsAdvisedHasThePermission(String permission) {
    String role = PredefinedRoles.narrowest(permission).orElseThrow();

    assertThat(PredefinedRoles.give(role, permission)).isEqualTo(Ternary.YES);
  }

  @Test
  void ofRolesAndPermissionsThatAreNotInTheTableNothingIsSaid() {
    assertThat(PredefinedRoles.give("projects/p/roles/own", PredefinedRoles.GET))
        .isEqualTo(Ternary.UNDECIDED);
    assertThat(PredefinedRoles.give("roles/storage.admin", "storage.hmacKeys.create"))
        .isEqualTo(Ternary.UNDECIDED);
    assertThat(PredefinedRoles.give("roles/storage.objectCreator", PredefinedRoles.GET))
        .isEqualTo(Ternary.NO);
    assertThat(PredefinedRoles.narrowest("storage.hmacKeys.create")).isEmpty();
  }
}
