package dev.crosstrust.token;

import dev.crosstrust.finding.Finding;
import dev.crosstrust.finding.Fix;

/** What came of reading a text as a token. */
public sealed interface Reading {
  /** It is one. */
  record Decoded(Token token) implements Reading {}

  /**
   * It is none.
   *
   * @param finding its title is one sentence that names what the text looks like
   */
  record Unreadable(Looks looks, Finding finding) implements Reading {
    /** One sentence for people. */
    public String sentence() {
      return finding.title();
    }
  }

  /** What a text that is no token looks like. */
  enum Looks {
    EMPTY("token.unreadable", "Give the token itself."),
    TOO_LARGE("token.unreadable", "Give the token alone."),
    QUOTED("aws.not-an-id-token", "Take the quotes off: they are sent along as they are."),
    WITH_SCHEME("aws.not-an-id-token", "Take off what stands before the token."),
    ACCESS_TOKEN(
        "aws.not-an-id-token",
        "Ask for an ID token, for example with `gcloud auth print-identity-token`."),
    OTHER_SECRET("aws.not-an-id-token", "Give the subject token; keep this one to yourself."),
    FILE_PATH("token.unreadable", "Give the content of the file, not its path."),
    WRAPPED_IN_JSON("token.unreadable", "Take the token out of the JSON."),
    WEB_PAGE(
        "token.unreadable",
        "Look at what answered instead of the token service: a proxy, a portal, a sign-in page."),
    SAML("aws.not-an-id-token", "Use the SAML calls for it, or ask for an OIDC token."),
    ENCRYPTED(
        "aws.not-an-id-token", "Ask its issuer for a signed token: nobody else can read this one."),
    CUT("aws.not-an-id-token", "Copy the whole token, up to its last character."),
    DAMAGED("aws.not-an-id-token", "Copy the token again, or ask for a new one."),
    OPAQUE("aws.not-an-id-token", "Ask for an ID token, which is a JWT."),
    BROKEN_REQUEST("aws4.format", "Build it as Google's own libraries do.");

    private final String id;
    private final String advice;

    Looks(String id, String advice) {
      this.id = id;
      this.advice = advice;
    }

    Finding finding(String sentence) {
      return Finding.error(id, sentence)
          .because("The form of the text: nothing was sent anywhere to find out.")
          .fix(Fix.of(advice))
          .source(this == BROKEN_REQUEST ? GOOGLE_TOKEN_REQUEST : "RFC 7519, section 7.2");
    }

    private static final String GOOGLE_TOKEN_REQUEST =
        "https://cloud.google.com/iam/docs/reference/sts/rest/v1/TopLevel/token";
  }
}
