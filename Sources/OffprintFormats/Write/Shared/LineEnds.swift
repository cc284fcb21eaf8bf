import OffprintKit

/// What becomes of the line ends of the print in a text that is written.
public enum LineEnds: String, SettingChoice {
  /// Running text: words mended, lines joined.
  case mended
  /// Each line by itself, its break mark included.
  case printed
  /// Running text, and the halves of broken words as they are printed.
  case both
}
