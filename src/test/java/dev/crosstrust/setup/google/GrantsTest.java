package dev.crosstrust.setup.google;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstrust.evidence.Outcome;
import dev.crosstrust.evidence.Outcome.Refusal;
import dev.crosstrust.evidence.Outcome.Refused;
import dev.crosstrust.setup.item.Need;
import dev.crosstrust.setup.item.SetupItem;
import dev.crosstrust.setup.item.SetupItem.State;
import dev.crosstrust.trust.google.Awaited;
import dev.crosstrust.trust.google.Forecast;
import dev.crosstrust.trust.google.IamPolicy;
import dev.crosstrust.trust.google.IamPolicy.Binding;
import dev.crosstrust.trust.google.PoolProvider;
import dev.crosstrust.trust.google.PredefinedRoles;
import dev.crosstrust.trust.google.Requested;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrantsTest {
  private static final String POOL =
      "projects/123456789012/locations/global/workloadIdentityPools/pool";
  private static final String AT = "//iam.googleapis.com/" + POOL;
  private static final Grantee LAMBDA =
      Grantee.federated(POOL, "googleapis.com", "arn:aws:iam::111122223333:role/Worker");
  private static final Grantee MAPPED = LAMBDA.with(forecast());
  private static final Need NEED = Need.of("it is granted");

  private static Forecast forecast() {
    PoolProvider provider =
        new PoolProvider(
            POOL + "/providers/q",
            false,
            false,
            Map.of(
                "google.subject",
                "assertion.sub",
                "google.groups",
                "['writers']",
                "attribute.account",
                "assertion['https://sts.amazonaws.com/'].aws_account",
                "attribute.run",
                "assertion['https://sts.amazonaws.com/'].request_tags.run"),
            "",
            "https://i.example",
            List.of(),
            null,
            null);
    Awaited awaited =
        new Awaited(false, "111122223333", "arn:aws:iam::111122223333:role/Worker", null, "aud");
    return Forecast.of(provider, awaited, "googleapis.com");
  }

  private static SetupItem judge(Grantee who, String role, String member, String condition) {
    return judge(who, Map.of("the bucket", policy(role, member, condition)));
  }

  private static SetupItem judge(Grantee who, Map<String, Outcome<IamPolicy>> policies) {
    return new Grants(who, PredefinedRoles.CREATE, Requested.object("b", "hello_", true))
        .judge(NEED, policies);
  }

  private static Outcome<IamPolicy> policy(String role, String member, String condition) {
    return Outcome.done(
        new IamPolicy(
            List.of(
                new Binding(
                    "roles/" + role,
                    List.of(member),
                    condition == null ? null : IamPolicy.Condition.of(condition)))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          principal:AT/subject/arn:aws:iam::111122223333:role/Worker    | PRESENT
          principalSet:AT/*                                             | PRESENT
          allUsers                                                      | PRESENT
          principalSet:AT/attribute.account/111122223333                | UNKNOWN
          principalSet:AT/group/g                                       | UNKNOWN
          allAuthenticatedUsers                                         | MISSING
          group:all@example.com                                         | MISSING
          principal:AT/subject/arn:aws:iam::111122223333:role/Other     | MISSING
          """)
  void aFederatedPrincipalIsNamedByItselfOrBySetsOfItsPool(String member, State state) {
    assertThat(judge(LAMBDA, "storage.objectAdmin", member.replace("AT", AT), null).state())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          principalSet:AT/attribute.account/111122223333                | PRESENT
          principalSet:AT/attribute.account/444455556666                | MISSING
          principalSet:AT/attribute.run/7                               | UNKNOWN
          principalSet:AT/attribute.unmapped/7                          | MISSING
          principalSet:AT/group/writers                                 | PRESENT
          principalSet:AT/group/readers                                 | MISSING
          principalSet:AT/*                                             | PRESENT
          """)
  void setsAreDecidedByWhatTheProviderMaps(String member, State state) {
    assertThat(judge(MAPPED, "storage.objectAdmin", member.replace("AT", AT), null).state())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          serviceAccount:sa@p.iam.gserviceaccount.com | PRESENT
          allAuthenticatedUsers                       | PRESENT
          group:all@example.com                       | UNKNOWN
          domain:example.com                          | UNKNOWN
          user:sa@p.iam.gserviceaccount.com           | MISSING
          """)
  void aServiceAccountMayBeInGroupsThatNobodyLooksInto(String member, State state) {
    Grantee account = Grantee.account("sa@p.iam.gserviceaccount.com");

    assertThat(judge(account, "storage.objectAdmin", member, null).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "storage.objectCreator, PRESENT",
    "storage.objectViewer, MISSING",
    "editor, UNKNOWN",
  })
  void aRoleThatIsNotKnownHereIsNotDecided(String role, State state) {
    assertThat(judge(LAMBDA, role, LAMBDA.member(), null).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          resource.name.startsWith("projects/_/buckets/b/objects/")         | PRESENT
          resource.name.startsWith('projects/_/buckets/b/objects/hello_')   | PRESENT
          resource.name.startsWith("projects/_/buckets/other/")             | MISSING
          resource.name.startsWith("projects/_/buckets/b/objects/hello_17") | UNKNOWN
          resource.name == "projects/_/buckets/b"                           | MISSING
          resource.name == "projects/_/buckets/b/objects/hello_1.txt"       | UNKNOWN
          resource.name.endsWith(".txt")                                    | UNKNOWN
          resource.type == "storage.googleapis.com/Object" && resource.name.startsWith("projects/_/buckets/b/objects/") | PRESENT
          resource.type == "storage.googleapis.com/Bucket"                  | MISSING
          resource.service == "storage.googleapis.com"                      | PRESENT
          resource.name.extract("/objects/{part}/") == ""                   | UNKNOWN
          resource.matchTag("123/env", "prod")                              | UNKNOWN
          this is not an expression                                         | UNKNOWN
          request.time < timestamp("2030-01-01T00:00:00Z")                  | UNKNOWN
          """)
  void aConditionOnTheNameIsDecidedAsFarAsTheNameIsKnown(String condition, State state) {
    assertThat(judge(LAMBDA, "storage.objectAdmin", LAMBDA.member(), condition).state())
        .isEqualTo(state);
  }

  @Test
  void aConditionIsNotHeldAgainstAResourceWhoseNameIsNotKnown() {
    String others = "resource.name == \"projects/-/serviceAccounts/1\"";

    assertThat(
            new Grants(LAMBDA, PredefinedRoles.ACCESS_TOKEN, Requested.ANYTHING)
                .judge(
                    NEED,
                    Map.of(
                        "the account", policy("iam.workloadIdentityUser", LAMBDA.member(), others)))
                .state())
        .isEqualTo(State.UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          principal:AT/providers/x/subject/arn:aws:iam::111122223333:role/Worker       | A grant names the provider; grants name its pool. A principal has no /providers/ in it.
          principal:AT/subject/arn:aws:sts::111122223333:assumed-role/Worker/run-1     | A grant names the ARN of a session; a JWT has that of the role. The session run-1 is no part of the token's subject.
          principal:AT/subject/arn:aws:iam::111122223333:role/worker                   | A grant differs in case only. google.subject is arn:aws:iam::111122223333:role/Worker.
          principal:AT/subject/Worker                                                  | the name alone is not the ARN.
          """)
  void aNearMissIsShown(String member, String why) {
    SetupItem item = judge(MAPPED, "storage.objectAdmin", member.replace("AT", AT), null);

    assertThat(item.state()).isEqualTo(State.MISSING);
    assertThat(item.because()).endsWith(why);
  }

  @Test
  void whoOwnsTheProjectStandsInItsPolicy() {
    Grantee account = Grantee.account("sa@p.iam.gserviceaccount.com");
    Map<String, Outcome<IamPolicy>> policies = new LinkedHashMap<>();
    policies.put("the bucket", policy("storage.legacyBucketOwner", "projectOwner:p", null));

    assertThat(judge(account, policies).state()).isEqualTo(State.UNKNOWN);
    policies.put(Grants.project("p"), policy("owner", "user:u@example.com", null));
    assertThat(judge(account, policies).state()).isEqualTo(State.MISSING);
    policies.put(Grants.project("p"), policy("owner", account.member(), null));
    assertThat(judge(account, policies).state()).isEqualTo(State.PRESENT);
  }

  @Test
  void whatCannotBeReadDecidesNothingUnlessSomethingElseGrants() {
    Outcome<IamPolicy> refused =
        new Refused<>(new Refusal("storage", "buckets.getIamPolicy", 403, "forbidden", "no", null));
    Map<String, Outcome<IamPolicy>> policies = new LinkedHashMap<>();
    policies.put("the bucket", refused);
    policies.put("the project", policy("storage.objectViewer", LAMBDA.member(), null));

    assertThat(judge(LAMBDA, policies).state()).isEqualTo(State.UNKNOWN);
    assertThat(judge(LAMBDA, policies).because())
        .isEqualTo("storage:buckets.getIamPolicy answered 403: no");
    policies.put("the project", policy("storage.objectAdmin", LAMBDA.member(), null));
    assertThat(judge(LAMBDA, policies).state()).isEqualTo(State.PRESENT);
  }
}
