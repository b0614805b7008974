package dev.crosstrust.surroundings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts sandbox clouds: all that commands and windows know of them. */
public interface Sandboxes {

  /**
   * Starts both clouds and writes their profile home.
   *
   * @throws IOException when a port is taken or the home cannot be written
   */
  Running start(Options options) throws IOException;

  /** The faults that a sandbox can be started with, by name. */
  List<String> faults();

  /**
   * How a sandbox is to be.
   *
   * @param home where to write the profile home; null for a new temporary folder
   * @param port the port of the AWS half, Google one above; 0 for free ones
   * @param faults names of {@link Sandboxes#faults()}
   * @param objects how many objects to generate in a bucket of their own; 0 for none
   */
  record Options(@Nullable Path home, int port, List<String> faults, int objects) {
    /** As product and articles tell it, on free ports. */
    public static final Options SEEDED = new Options(null, 0, List.of(), 0);
  }

  /** A sandbox that runs until it is closed. */
  interface Running extends AutoCloseable {
    /** Where the clouds listen: {@code aws} and {@code google}. */
    Map<String, URI> endpoints();

    Path home();

    /** The variables with which aws, gcloud, the SDKs and we ourselves find it. */
    Map<String, String> environment();

    @Override
    void close();
  }
}
