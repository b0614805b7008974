package dev.crosstrust.sandbox.aws.signature;

import java.util.zip.Checksum;

/**
 * CRC-64/NVME: reflected, polynomial {@code ad93d23594c93659}, all ones in and out.
 *
 * @see <a href="https://reveng.sourceforge.io/crc-catalogue/all.htm#crc.cat.crc-64-nvme">the CRC
 *     catalogue</a>
 */
final class Crc64Nvme implements Checksum {
  private static final long REFLECTED = Long.reverse(0xad93d23594c93659L);
  private static final long[] TABLE = table();

  private long state = -1;

  private static long[] table() {
    long[] table = new long[256];
    for (int i = 0; i < table.length; i++) {
      long value = i;
      for (int bit = 0; bit < 8; bit++) {
        value = (value & 1) == 0 ? value >>> 1 : (value >>> 1) ^ REFLECTED;
      }
      table[i] = value;
    }
    return table;
  }

  @Override
  public void update(int b) {
    state = TABLE[(int) (state ^ b) & 0xff] ^ (state >>> 8);
  }

  @Override
  public void update(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      update(bytes[i]);
    }
  }

  @Override
  public long getValue() {
    return ~state;
  }

  @Override
  public void reset() {
    state = -1;
  }
}
