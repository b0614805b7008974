package dev.crosstrust.evidence.aws;

import dev.crosstrust.credential.AwsCredentials;
import dev.crosstrust.evidence.Wire;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.StringInputStream;

/**
 * Clients of the SDK, all set up alike: over the wire, to the target, one attempt an operation, so
 * that one operation is one leg. What the user configured arrives as values; the SDK's own look at
 * profiles and environment is shut off.
 */
public final class AwsClients {
  /** Also makes the SDK leave AWS_ENDPOINT_URL alone: the target has heeded it already. */
  private static final ProfileFile NO_PROFILES =
      ProfileFile.builder()
          .type(ProfileFile.Type.CONFIGURATION)
          .content(new StringInputStream("[default]\nignore_configured_endpoint_urls = true\n"))
          .build();

  static {
    // Whatever a client is given, building it reads the SDK's default files first: one that it
    // cannot read breaks it, as an interruption does. A folder is no file, and is passed over.
    System.setProperty(ProfileFileSystemSetting.AWS_CONFIG_FILE.property(), ".");
    System.setProperty(ProfileFileSystemSetting.AWS_SHARED_CREDENTIALS_FILE.property(), ".");
  }

  private AwsClients() {}

  /** Makes the builder's client sign with these credentials. */
  public static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B signed(
      B builder, Wire wire, AwsTarget target, AwsCredentials credentials) {
    return configured(builder, wire, target)
        .credentialsProvider(StaticCredentialsProvider.create(forSdk(credentials)));
  }

  /** Makes the builder's client send its calls without a signature. */
  public static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B unsigned(
      B builder, Wire wire, AwsTarget target) {
    AwsCredentialsProvider nobody = AnonymousCredentialsProvider.create();
    return configured(builder, wire, target).credentialsProvider(nobody);
  }

  private static <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C> B configured(
      B builder, Wire wire, AwsTarget target) {
    builder
        .httpClient(new WireHttpClient(wire))
        .region(Region.of(target.region()))
        .dualstackEnabled(false)
        .fipsEnabled(false)
        .overrideConfiguration(
            settings ->
                settings
                    .retryStrategy(AwsRetryStrategy.doNotRetry())
                    .defaultProfileFile(NO_PROFILES)
                    .defaultProfileName("default"));
    return target.endpoint() == null ? builder : builder.endpointOverride(target.endpoint());
  }

  /** The same keys as the SDK knows them: never to be printed, its own classes are not careful. */
  public static software.amazon.awssdk.auth.credentials.AwsCredentials forSdk(
      AwsCredentials credentials) {
    String id = credentials.accessKeyId();
    String secret = credentials.secretAccessKey().reveal();
    return credentials.sessionToken() == null
        ? AwsBasicCredentials.create(id, secret)
        : AwsSessionCredentials.create(id, secret, credentials.sessionToken().reveal());
  }
}
