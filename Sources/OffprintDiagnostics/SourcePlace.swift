/// A place in a file: where to look, and the text to mark there.
public struct SourcePlace: Hashable, Sendable {
  /// The path as the operator would write it.
  public var file: String
  /// 1-based; nil when the whole file is meant.
  public var line: Int?
  /// 1-based, in code points; nil when the whole line is meant.
  public var column: Int?
  /// How many code points to mark; at least one is marked when there is a column.
  public var length: Int
  /// The text of the line, when it is worth showing.
  public var text: String?

  public init(file: String, line: Int? = nil, column: Int? = nil, length: Int = 1, text: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.length = length
    self.text = text
  }

  /// `file:line:column`, as far as known.
  public var label: String {
    var label = file
    if let line {
      label += ":\(line)"
      if let column { label += ":\(column)" }
    }
    return label
  }
}
