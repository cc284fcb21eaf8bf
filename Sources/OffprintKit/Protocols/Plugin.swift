/// A set of stages, readers, writers and checks that registers itself: what a plugin target exports.
///
/// Built-in parts use the same seam.
public protocol Plugin {
  static var name: String { get }
  /// One sentence for `offprint list`.
  static var summary: String { get }
  static var version: String { get }
  static func register(in registry: inout Registry)
}
