package dev.crosstrust.setup.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.check.GoogleSide;
import dev.crosstrust.route.AwsToGoogle;
import dev.crosstrust.route.Operation;
import dev.crosstrust.route.Route.Expect;
import dev.crosstrust.route.Step;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.token.SubjectToken;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepItemsTest {
  private static List<SetupItem> of(String target, String project) {
    AwsToGoogle route =
        new AwsToGoogle(
            "r",
            "aws:x",
            null,
            new AwsToGoogle.TokenForm(SubjectToken.Kind.JWT, null, null),
            new AwsToGoogle.Pool("p", project, null, "googleapis.com"),
            Expect.ANYTHING,
            List.of());
    return new StepItems(
            route,
            Grantee.account("sa@demo.iam.gserviceaccount.com"),
            true,
            false,
            GoogleSide.closed())
        .of(new Step(Operation.BIGQUERY_INSERT_ROW, target, null));
  }

  @Test
  void aTableOfNoProjectIsNotLookedFor() {
    List<SetupItem> items = of("my_ds.t", null);

    assertThat(items).hasSize(1);
    assertThat(items.getFirst().state()).isEqualTo(State.UNKNOWN);
    assertThat(items.getFirst().because())
        .isEqualTo("\"my_ds.t\" names no project: write project.dataset.table");
    assertThat(items.getFirst().fix()).isEmpty();
  }

  @Test
  void aTableIsNamedAsTheRunNamesIt() {
    assertThat(of("example.com:demo.my_ds.my-table", null).getLast().fix().getFirst().gcloud())
        .endsWith(" example.com:demo:my_ds.my-table");
    assertThat(of("my_ds.t", "demo").getLast().fix().getFirst().gcloud()).endsWith(" demo:my_ds.t");
  }
}
