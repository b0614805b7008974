package dev.crosstrust.sandbox.google.federation;

import dev.crosstrust.sandbox.google.account.Directory;
import dev.crosstrust.sandbox.google.account.Principal;
import dev.crosstrust.sandbox.google.account.Project;
import dev.crosstrust.sandbox.google.api.ApiError;
import dev.crosstrust.sandbox.google.api.ApiMethod;
import dev.crosstrust.sandbox.google.api.Bearer;
import dev.crosstrust.sandbox.google.token.AccessTokens;
import dev.crosstrust.sandbox.google.token.Scopes;
import dev.crosstrust.sandbox.wire.Request;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lets a caller through to pools and providers, verb by verb. */
public final class PoolGate {
  private static final Pattern PARTS =
      Pattern.compile("/v1/projects/([^/]+)(/locations/global/workloadIdentityPools(/.*)?)");
  private static final String SERVICE = "google.iam.v1.WorkloadIdentityPools.";
  private static final List<String> SCOPES = List.of(Scopes.CLOUD_PLATFORM, Scopes.IAM);

  private final Directory directory;
  private final ProjectAccess access;
  private final Bearer bearer;

  public PoolGate(Directory directory, ProjectAccess access, AccessTokens tokens) {
    this.directory = directory;
    this.access = access;
    this.bearer = new Bearer(tokens);
  }

  /**
   * What a call is about, when the caller may do this with it.
   *
   * @param path of a pool, a provider, or all of them, beginning with {@code /v1/projects/}
   * @param verb the last word of the permission, for example {@code get}
   * @return its name, with the number of the project
   */
  String name(Request request, String path, String verb) {
    Matcher parts = PARTS.matcher(path);
    if (!parts.matches()) {
      throw ApiError.notFound("Requested entity was not found.");
    }
    String project = parts.group(1);
    String rest = parts.group(2);
    String kind =
        rest.contains("/providers") ? "WorkloadIdentityPoolProvider" : "WorkloadIdentityPool";
    String method =
        verb.substring(0, 1).toUpperCase(Locale.ROOT)
            + verb.substring(1)
            + kind
            + (verb.equals("list") ? "s" : "");
    Principal caller =
        bearer.caller(request, new ApiMethod("iam.googleapis.com", SERVICE + method), SCOPES);
    String permission = "iam.w" + kind.substring(1) + "s." + verb;
    Project owner =
        directory
            .findProject(project)
            .filter(it -> access.allows(caller, permission, it.id()))
            .orElseThrow(
                () ->
                    ApiError.permissionDenied(
                        permission, "//iam.googleapis.com/projects/" + project + rest));
    return "projects/" + owner.number() + rest;
  }
}
