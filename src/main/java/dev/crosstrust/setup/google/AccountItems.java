package dev.crosstrust.setup.google;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.inspect.google.IamPolicy;
import dev.crosstrust.inspect.google.ServiceAccount;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is needed to act as a service account. */
public record AccountItems(String email) {
  private static final String API = "iamcredentials.googleapis.com";

  /** The project that the account's address names. */
  public String project() {
    return GoogleFixes.project(email);
  }

  /** That the account is there and enabled. */
  public SetupItem exists(Outcome<ServiceAccount> read) {
    String item = "Service account %s exists".formatted(email);
    Need need = Need.of(item, GoogleFixes.createAccount(email));
    return need.by(
        read,
        account ->
            account.disabled()
                ? Need.of(item, GoogleFixes.enableAccount(email)).missing("It is disabled")
                : need.present("Its unique id is " + account.uniqueId()));
  }

  /** That somebody with an address may have ID tokens of it. */
  public SetupItem givesIdTokens(String to, GoogleSide google) {
    Grantee who = Grantee.account(to);
    Need need =
        Need.of(
            "%s may have ID tokens of the service account".formatted(to),
            GoogleFixes.grantOnAccount(email, "roles/iam.serviceAccountOpenIdTokenCreator", who));
    return granted(need, who, RolePermissions.ID_TOKEN, google);
  }

  /**
   * That a principal of a pool may act as it.
   *
   * @param certain whether it is known to be this one
   */
  SetupItem actedAsBy(Grantee who, boolean certain, GoogleSide google) {
    Need need =
        Need.of(
            "The identity may act as the service account",
            GoogleFixes.grantOnAccount(email, "roles/iam.workloadIdentityUser", who));
    return certain
        ? granted(need, who, RolePermissions.ACCESS_TOKEN, google)
        : need.unknown(Grantee.NOT_CERTAIN);
  }

  private SetupItem granted(Need need, Grantee who, String permission, GoogleSide google) {
    Map<String, Outcome<IamPolicy>> policies = new LinkedHashMap<>();
    policies.put("the service account", google.ofServiceAccount(email));
    policies.put(Grants.project(project()), google.ofProject(project()));
    return new Grants(who, permission, "projects/-/serviceAccounts/" + email).judge(need, policies);
  }

  /**
   * That the API by which one acts as it is on.
   *
   * @param project of the caller
   */
  public static SetupItem api(String project, GoogleSide google) {
    Need need =
        Need.of(
            "The IAM Credentials API is on in project " + project,
            GoogleFixes.enableService(project, API));
    return need.by(
        google.uses(project, API),
        on -> on ? need.present(API + " is enabled") : need.missing(API + " is disabled"));
  }
}
