package dev.crosstrust.storage;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Makes the name of a file out of the name of an object, which anybody with write access to the
 * bucket chose. What could lead out of the folder, name a device or deceive the eye is
 * percent-encoded, so that the result is one plain name on every platform and still tells its
 * origin.
 */
final class SafeName {
  /**
   * Separators and what Windows forbids; control and format characters (which turn {@code gpj.exe}
   * into {@code exe.jpg} for the eye); halves of characters; {@code %} itself, so that no two names
   * become one; dots or blanks at the end, which Windows drops, {@code .} and {@code ..} among
   * them.
   */
  private static final Pattern UNSAFE =
      Pattern.compile("[/\\\\:*?\"<>|%\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]|[. ](?=[. ]*$)");

  /**
   * Devices on Windows in every folder, whatever follows the dot.
   *
   * @see <a href="https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file">Microsoft,
   *     Naming Files, Paths, and Namespaces</a>
   */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³]) *(\\..*)?");

  private SafeName() {}

  static String of(String objectName) {
    String name = UNSAFE.matcher(objectName).replaceAll(match -> encode(match.group()));
    return DEVICE.matcher(name).matches()
        ? "%%%02X%s".formatted((int) name.charAt(0), name.substring(1))
        : name;
  }

  /** The same for a file system that has no other characters, as under a plain POSIX locale. */
  static String ascii(String objectName) {
    return URLEncoder.encode(of(objectName), StandardCharsets.UTF_8);
  }

  private static String encode(String character) {
    return switch (character) {
      case "." -> "%2E";
      case " " -> "%20";
      case "*" -> "%2A";
      default -> URLEncoder.encode(character, StandardCharsets.UTF_8);
    };
  }
}
