package dev.crosstrust.route.file;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a text must look like.
 *
 * @param words the same for people, after "is not"
 */
public record Form(Pattern pattern, String words) {
  static final Form NAME =
      form("[a-z0-9][a-z0-9-]{0,62}", "a name: lower-case letters, digits and dashes");
  static final Form IDENTITY =
      form(
          "gcloud-adc|aws-env|(gcloud|key|aws):\\S.*",
          "an identity: gcloud:NAME, gcloud-adc, key:FILE, aws:PROFILE or aws-env");
  static final Form AUDIENCE = form("\\S+", "an audience: one word, for example sts.amazonaws.com");

  /** Partitions and lengths as in {@code AssumeRoleWithWebIdentity}'s model. */
  static final Form ROLE =
      form(
          "arn:aws[a-z-]*:iam::[0-9]{12}:role/(?=.{1,512}$)[\\w+=,.@/-]*[\\w+=,.@-]",
          "a role's ARN: arn:aws:iam::ACCOUNT:role/NAME");

  static final Form REGION =
      form("[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}", "a region, for example eu-west-1");
  static final Form SESSION =
      form("[\\w+=,.@-]{2,64}", "a session name: 2 to 64 letters, digits or any of _+=,.@-");
  static final Form ACCOUNT = form("[0-9]{12}", "an AWS account: twelve digits");
  static final Form PROJECT = form("([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]", "a project's id");
  static final Form SERVICE_ACCOUNT =
      form("[^@\\s/]+@[a-z0-9.-]+\\.[a-z]+", "a service account's e-mail address");
  public static final Form PROVIDER =
      form(
          "projects/[0-9]+/locations/global/workloadIdentityPools/[a-z0-9-]{4,32}"
              + "/providers/[a-z0-9-]{4,32}",
          "a pool provider: projects/NUMBER/locations/global/workloadIdentityPools/POOL/providers/"
              + "PROVIDER");
  static final Form UNIVERSE =
      form("[a-z0-9-]+(\\.[a-z0-9-]+)+", "a universe's domain, for example googleapis.com");
  static final Form ANY = form("(?s).*", "text");

  static final List<String> EXPECTATIONS = List.of("allowed", "denied");

  private static Form form(String pattern, String words) {
    return new Form(Pattern.compile(pattern), words);
  }
}
