package dev.crosstrust.command.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosstrust.denial.Denial;
import dev.crosstrust.diagnosis.Explained;
import dev.crosstrust.finding.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a text says, as the contract's JSON: some members are there even where nothing is known. */
record ExplainJson(
    @JsonInclude @Nullable String service,
    @Nullable String operation,
    @Nullable Integer status,
    @Nullable String code,
    ExplainJson.@Nullable Refusal denial,
    List<Finding> findings) {

  /** The refusal in it. */
  record Refusal(
      @JsonInclude @Nullable String principal,
      @Nullable String action,
      @Nullable String permission,
      @JsonInclude @Nullable String resource,
      @Nullable String policyType,
      @Nullable String policyArn,
      @JsonInclude @Nullable Boolean explicit,
      @Nullable String authorizationId,
      boolean mayNotExist) {}

  static ExplainJson of(Explained explained) {
    return new ExplainJson(
        explained.service(),
        explained.operation(),
        explained.status(),
        explained.code(),
        explained.denial() == null ? null : refusal(explained.denial()),
        explained.findings());
  }

  private static Refusal refusal(Denial denial) {
    return new Refusal(
        denial.principal(),
        denial.action(),
        denial.permission(),
        denial.resource(),
        denial.policyType() == null ? null : denial.policyType().text(),
        denial.policyArn(),
        denial.explicit(),
        denial.authorizationId(),
        denial.mayNotExist());
  }
}
