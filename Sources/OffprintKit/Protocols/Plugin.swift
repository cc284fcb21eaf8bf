/// A set of stages, readers, writers and checks that registers itself: what a plugin target exports.
///
/// Built-in parts use the same seam.
public protocol Plugin {
  static var name: String { get }
  /// One sentence for `offprint list`.
  static var summary: String { get }
  static var version: String { get }
  /// How it comes to the program; `linked` unless it is one of Offprint's own.
  static var attachment: PluginInfo.Attachment { get }
  static func register(in registry: inout Registry)
}

extension Plugin {
  public static var attachment: PluginInfo.Attachment { .linked }
}
