/// Finds and compiles schemas: what a program must have for `schema:` at writers.
public protocol SchemaSource: Sendable {
  /// A validator for the files of a format.
  ///
  /// - Parameters:
  ///   - schema: what the format is valid by.
  ///   - catalog: an XML catalog that names local files for published addresses; nil if none is known.
  /// - Throws: `OP120` if a schema is in no catalog, `OP121` if it cannot be compiled.
  func validator(for schema: FormatSchema, catalog: String?) throws -> any ProductValidating

  /// A validator by one file, XML Schema or RELAX NG.
  ///
  /// - Throws: `OP120` if it is not there, `OP121` if it cannot be compiled.
  func validator(by file: String, catalog: String?) throws -> any ProductValidating
}

/// Checks files against one schema, which was compiled beforehand. Several threads may use it.
public protocol ProductValidating: Sendable {
  /// The files that the schema was read from: what a journal looks at.
  var files: [String] { get }
  /// What does not hold in a file, in its order; the first few.
  func problems(in bytes: [UInt8]) -> [SchemaProblem]
}

/// Something in a file that its schema does not allow.
public struct SchemaProblem: Hashable, Sendable {
  /// 1-based; nil if the validator does not say.
  public var line: Int?
  /// The validator's words, without a full stop.
  public var words: String

  public init(line: Int?, words: String) {
    self.line = line
    self.words = words
  }
}
