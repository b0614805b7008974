package dev.crosstrust.sandbox.aws.signature;

/** What follows the chunks of an {@code aws-chunked} body and vouches for them. */
interface ChunkCheck {
  /** Chunks that carry no signatures. */
  ChunkCheck NONE =
      new ChunkCheck() {
        @Override
        public void begin(String signature) {}

        @Override
        public void update(byte[] bytes, int from, int count) {}

        @Override
        public void end() {}

        @Override
        public void trailer(String trailers, String signature) {}
      };

  /**
   * A chunk begins.
   *
   * @param signature what the chunk's header claims; empty when it claims nothing
   */
  void begin(String signature);

  void update(byte[] bytes, int from, int count);

  /** A chunk has ended; throws when its signature does not hold. */
  void end();

  /**
   * All trailers have been read; throws when their signature does not hold.
   *
   * @param trailers {@code name:value} lines, each ended by a line feed
   */
  void trailer(String trailers, String signature);
}
