package dev.crosstrust.diagnosis.reading;

import java.util.List;

/** How tools and libraries say what is wrong on the machine itself, or on the way. */
final class LocalSentences {
  static final List<Sentence> TABLE =
      List.of(
          // gcloud and Google's libraries
          google("Invalid account type for [`'\"]--\\w"),
          google("No identity token can be obtained from the current credentials"),
          google("You do not currently have an active account selected"),
          google("Your current active account \\[\\S+\\] does not have any valid credentials"),
          Sentence.leading("There was a problem refreshing your current auth tokens"),
          google("Reauthentication (?:failed|is needed|required)\\. "),
          google("reauth related error"),
          google("Failed to impersonate \\[\\S+\\]"),
          google("Your default credentials were not found"),
          // Go's and Node's words for the same.
          google("could not find default credentials"),
          google("Could not load the default credentials"),
          google("Could not automatically determine credentials"),
          google("UserCredentials can obtain an id token only when"),
          Sentence.of("", "", "invalid_grant", "Invalid grant: account not found"),
          google("Invalid JWT Signature"),
          google("Invalid JWT: Token must be a short-lived token"),
          google("Token has been expired or revoked"),
          // the AWS command line and SDKs
          aws("Profile property 'aws_\\w+' was not configured for"),
          aws("Invalid profile file: "),
          aws("Infinite loop in credential configuration detected"),
          aws("Partial credentials found in"),
          aws("The SSO session associated with this profile has expired"),
          aws("Error loading SSO Token: "),
          aws("Token has expired and refresh failed"),
          aws("Token cache file for login_session \\S"),
          Sentence.leading("Command returned non-zero exit value \\("),
          Sentence.leading("Error when retrieving credentials from custom-process: "),
          aws("IMDS credentials have been disabled by"),
          aws("Profile file contained no credentials for profile '"),
          aws("Unable to locate credentials\\. You can configure credentials"),
          aws("an AWS region is required, but was not found"),
          aws("You must specify a region\\."),
          aws("Missing region in config"),
          aws("Unable to load region from any of the providers in the chain"),
          aws("The config profile \\(\\S+\\) could not be found"),
          aws(
              "To use [\\w ]+ in the '\\S+' profile, the '\\w+' service module must be on the"
                  + " class"),
          // the way
          Sentence.unanswered("Could not connect to the endpoint URL: "),
          Sentence.unanswered("(?:Connect|Read) timeout on endpoint URL: "),
          Sentence.unanswered("Connection was closed before we received a valid response from"),
          Sentence.unanswered("SSL validation failed for https?://"),
          Sentence.unanswered(
              "PKIX path building failed|unable to find valid certification path to requested"),
          Sentence.unanswered("getaddrinfo (?:ENOTFOUND|EAI_AGAIN) \\S+"),
          Sentence.unanswered("dial tcp: lookup \\S+(?: on \\S+)?: no such host"),
          Sentence.unanswered("(?:java\\.net\\.)?UnknownHostException: [a-z0-9.-]+"),
          Sentence.unanswered("Could not resolve host: \\S+"),
          Sentence.unanswered("Failed to resolve '[^\\n]*"),
          Sentence.unansweredAnywhere("Failed to establish a new connection:[^\\n]*"),
          Sentence.unansweredAnywhere(
              "connect (?:ETIMEDOUT|ECONNREFUSED|ECONNRESET|EHOSTUNREACH) [\\d.]+:443\\b"),
          Sentence.unanswered("connect (?:ETIMEDOUT|ECONNREFUSED|ECONNRESET|EHOSTUNREACH) \\S+"),
          Sentence.unansweredAnywhere(
              "dial tcp \\d[\\d.]+:443: (?:i/o timeout|connect: [a-z ]{1,40})"),
          Sentence.unansweredAnywhere("x509: certificate signed by unknown authority"),
          Sentence.unanswered(
              "(?:Get|Head|Post|Put|Delete|Patch) \"https?://[^\"\\s]+\":"
                  + " (?:dial|read|write|proxyconnect|EOF|net/http|context|tls|x509|remote"
                  + " error)\\b[^\\n"
                  + "]*"));

  private LocalSentences() {}

  private static Sentence google(String beginning) {
    return Sentence.of("", "", "", beginning);
  }

  private static Sentence aws(String beginning) {
    return Sentence.of("", "", "", beginning);
  }
}
