package dev.crosstrust.route.cli;

import dev.crosstrust.storage.StorageUri;

/** What one does in a storage, as commands of the cloud's own tool, for a POSIX shell. */
public interface StorageCommands {
  /** Lists all buckets, or what begins with the key. */
  String list(StorageUri at);

  /** Brings an object into the folder that one is in. */
  String fetch(StorageUri object);
}
