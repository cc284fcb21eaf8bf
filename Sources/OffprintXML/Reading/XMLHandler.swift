/// Receives what stands in an XML file, in its order: the names it knows, as small numbers.
///
/// Elements and attributes are matched by their local names, whatever namespace or prefix a delivery gives them.
/// ```swift
/// struct Counter: XMLHandler {
///   static let vocabulary = ["String", "CONTENT"]
///   var words = 0
///   mutating func start(_ element: Int, _ attributes: XMLAttributes) { if element == 0 { words += 1 } }
/// }
/// ```
public protocol XMLHandler {
  /// The local names of elements and attributes that the handler asks for; a name's number is its index here.
  /// Elements are found from the front, so the most frequent stand first.
  static var vocabulary: [String] { get }

  /// An element begins; `element` is its number, or -1 for a name that is not in the vocabulary.
  mutating func start(_ element: Int, _ attributes: XMLAttributes)

  /// An element ends.
  mutating func end(_ element: Int)

  /// Text between tags. One text may come in several pieces.
  mutating func text(_ text: XMLBytes)
}

extension XMLHandler {
  public mutating func end(_ element: Int) {}
  public mutating func text(_ text: XMLBytes) {}
}
