package dev.crosstrust.diagnosis.aws;

import static java.util.Objects.requireNonNullElse;

import dev.crosstrust.denial.Denial;
import dev.crosstrust.denial.PolicyType;
import dev.crosstrust.finding.Commands;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.trust.aws.InlinePolicy;
import java.util.List;
import java.util.Optional;

/** What there is to do about the policies of the role that asked and was refused. */
final class RolePolicies {
  private RolePolicies() {}

  /**
   * The change where it is known which, and where to look.
   *
   * @param text what is to be changed, a sentence
   */
  static List<Fix> fixes(Denial denial, String text) {
    String role = Arns.roleName(denial.principal()).orElse(null);
    if (role == null) {
      return List.of(Fix.of(text).with(Fix.Effect.WIDENS));
    }
    return List.of(
        change(denial, role, text),
        Fix.of("See which policies are attached to the role")
            .withAws(Commands.of("aws iam list-attached-role-policies", "--role-name", role)),
        Fix.of("See its own, which are not among those")
            .withAws(Commands.of("aws iam list-role-policies", "--role-name", role)));
  }

  private static Fix change(Denial denial, String role, String text) {
    if (isOfAws(role)) {
      return Fix.of(text + "; AWS keeps this role, so where it was made (its permission set)")
          .with(Fix.Effect.WIDENS);
    }
    String action = denial.action();
    Optional<String> resource = resource(denial);
    boolean allows =
        denial.policyType() == PolicyType.IDENTITY_BASED && Boolean.FALSE.equals(denial.explicit());
    return allows && action != null && resource.isPresent()
        ? InlinePolicy.allowing(role, action, resource.get()).put(text)
        : Fix.of(text).with(Fix.Effect.WIDENS);
  }

  /** Roles that only the service that made them changes. */
  private static boolean isOfAws(String role) {
    return role.startsWith("AWSReservedSSO_") || role.startsWith("AWSServiceRoleFor");
  }

  /**
   * As a policy names it: all where the answer names none, as of calls that are to no resource;
   * empty where it names one in words, which would be far less than all.
   */
  private static Optional<String> resource(Denial denial) {
    return Optional.of(requireNonNullElse(denial.resource(), "*"))
        .filter(it -> it.equals("*") || it.startsWith("arn:"));
  }
}
