package dev.crosstrust.setup.google;

import dev.crosstrust.check.GoogleSide;
import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Breakage.Kind;
import dev.crosstrust.finding.Fix;
import dev.crosstrust.identity.google.AccountAddress;
import dev.crosstrust.inspect.google.ServiceAccount;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.PredefinedRoles;
import dev.crosstrust.trust.google.Requested;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is needed to act as a service account. */
public record AccountItems(String email) {
  private static final String API = "iamcredentials.googleapis.com";
  private static final String NO_PROJECT =
      "The project of the service account is not known: its address does not tell it";

  /** The id or number of the project, where the account's address tells it. */
  public Optional<String> project() {
    return AccountAddress.project(email);
  }

  private Need need(String item, Function<String, Fix> fix) {
    return project().map(it -> Need.of(item, fix.apply(it))).orElseGet(() -> Need.of(item));
  }

  /** That the account is there and enabled. */
  public SetupItem exists(Outcome<ServiceAccount> read) {
    String item = "Service account %s exists".formatted(email);
    Need need =
        AccountAddress.isMade(email)
            ? need(item, project -> GoogleFixes.createAccount(project, email))
            : Need.of(item);
    return need.by(
        read,
        account ->
            account.disabled()
                ? need(item, project -> GoogleFixes.enableAccount(project, email))
                    .missing("It is disabled")
                : need.present("Its unique id is " + account.uniqueId()));
  }

  /** That somebody with an address may have ID tokens of it. */
  public SetupItem givesIdTokens(String to, GoogleSide google) {
    Grantee who = Grantee.account(to);
    Need need =
        Need.of(
            "%s may have ID tokens of the service account".formatted(to),
            GoogleFixes.grantOnAccount(email, "roles/iam.serviceAccountOpenIdTokenCreator", who));
    return granted(need, who, PredefinedRoles.ID_TOKEN, google);
  }

  /**
   * That a principal of a pool may act as it.
   *
   * @param who null where nothing is known
   * @param certain whether it is known to be this one
   */
  SetupItem actedAsBy(@Nullable Grantee who, boolean certain, GoogleSide google) {
    String item = "The identity may act as the service account";
    if (who == null) {
      return Need.of(item).unknown(Grantee.NOT_KNOWN);
    }
    Need need =
        Need.of(item, GoogleFixes.grantOnAccount(email, "roles/iam.workloadIdentityUser", who));
    return certain
        ? granted(need, who, PredefinedRoles.ACCESS_TOKEN, google)
        : need.unknown(Grantee.NOT_CERTAIN);
  }

  private SetupItem granted(Need need, Grantee who, String permission, GoogleSide google) {
    Map<String, Outcome<IamPolicy>> policies = new LinkedHashMap<>();
    policies.put("the service account", google.ofServiceAccount(email));
    project()
        .ifPresentOrElse(
            it -> policies.put(Grants.project(it), google.ofProject(it)),
            () -> policies.put("its project", Outcome.broken(Kind.LOCAL, NO_PROJECT)));
    return new Grants(who, permission, Requested.ANYTHING).judge(need, policies);
  }

  /**
   * That the API by which one acts as it is on.
   *
   * @param project of the caller; null where it is not known
   */
  public static SetupItem api(@Nullable String project, GoogleSide google) {
    if (project == null) {
      return Need.of("The IAM Credentials API is on in the caller's project").unknown(NO_PROJECT);
    }
    Need need =
        Need.of(
            "The IAM Credentials API is on in project " + project,
            GoogleFixes.enableService(project, API));
    return need.by(
        google.uses(project, API),
        on -> on ? need.present(API + " is enabled") : need.missing(API + " is disabled"));
  }
}
