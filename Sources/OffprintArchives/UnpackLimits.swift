/// How far unpacking goes. Real deliveries come nowhere near; files made to fill a machine are stopped early.
public enum UnpackLimits {
  /// Bytes that one file of an archive, or one packed file, may have.
  public static let largestMember = 128 << 20
  /// How many times as large as it was packed a file, or all files of an archive together, may become.
  public static let greatestRatio = 250
  /// The ratio is looked at only of what has more bytes: a blank page packs well.
  static let ratioCounts = 16 << 20
  /// Files that one archive may have.
  public static let mostMembers = 1_000_000
  /// Archives inside of archives, the outermost included.
  public static let deepest = 4

  static func isTooMuch(_ unpacked: Int, from packed: Int) -> Bool {
    unpacked > ratioCounts && unpacked / greatestRatio > max(packed, 1)
  }
}
