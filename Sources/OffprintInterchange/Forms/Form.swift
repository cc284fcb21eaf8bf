import OffprintJSON
import OffprintKit

/// A JSON value that came from a plugin, with the way to it, so that every mistake in it can be shown with its place
/// and what is allowed there.
public struct Form: Sendable {
  public let value: JSONValue
  /// Such as `stages[0].settings[1].type`; empty for the whole.
  let path: String
  /// The plugin's name or file.
  let plugin: String
  let code: DiagnosticCode

  /// - Parameter code: that of the messages: `OP601` for what a plugin is, `OP602` for what it answers.
  public init(_ value: JSONValue, of plugin: String, code: DiagnosticCode) {
    self.init(value, path: "", plugin: plugin, code: code)
  }

  private init(_ value: JSONValue, path: String, plugin: String, code: DiagnosticCode) {
    self.value = value
    self.path = path
    self.plugin = plugin
    self.code = code
  }

  // MARK: Messages

  /// A message that begins with the place: `plugin 'x': 'lines[3].page' is …`.
  func fault(_ rule: String, fix: String? = nil) -> Diagnostic {
    let subject = path.isEmpty ? "its answer" : "'\(path)'"
    return Diagnostic(code, "plugin '\(plugin)': \(subject) \(rule)", fix: fix)
  }

  private var shown: String {
    let text = value.text
    return text.count > 60 ? text.prefix(60) + "…" : text
  }

  func wrongKind(_ words: String) -> Diagnostic { fault("is \(words), not \(shown)") }

  // MARK: Members

  private func member(_ key: String, _ value: JSONValue) -> Form {
    Form(value, path: path.isEmpty ? key : "\(path).\(key)", plugin: plugin, code: code)
  }

  /// A member; nil if it is not there.
  subscript(key: String) -> Form? { value[key].map { member(key, $0) } }

  /// A member that must be there.
  func required(_ key: String) throws -> Form {
    guard let form = self[key] else { throw fault("needs a member '\(key)'") }
    return form
  }

  /// Refuses members that nobody would look at.
  func only(_ keys: [String]) throws {
    guard case .object(let members) = value else { throw wrongKind("an object") }
    for found in members where !keys.contains(found.key) {
      var message = fault("has no member '\(found.key)'", fix: NearestName.question(found.key, among: keys))
      message.notes.append(.init("members", keys.joined(separator: ", ")))
      throw message
    }
  }

  // MARK: Values

  func list() throws -> [Form] {
    guard case .array(let values) = value else { throw wrongKind("a list") }
    return values.enumerated().map { Form($1, path: "\(path)[\($0)]", plugin: plugin, code: code) }
  }

  func text() throws -> String {
    guard case .string(let text) = value else { throw wrongKind("a text") }
    return text
  }

  /// A text that says something.
  func words() throws -> String {
    let text = try self.text()
    guard !text.allSatisfy(\.isWhitespace) else { throw fault("is not empty") }
    return text
  }

  func boolean() throws -> Bool {
    guard case .boolean(let value) = value else { throw wrongKind("true or false") }
    return value
  }

  func number() throws -> Double {
    guard case .number(let number) = value else { throw wrongKind("a number") }
    return number
  }

  func integer() throws -> Int {
    guard case .number(let number) = value, let integer = Int(exactly: number) else {
      throw wrongKind("a whole number")
    }
    return integer
  }

  /// A number from 0 to 1.
  func share() throws -> Double {
    let value = try number()
    guard (0...1).contains(value) else { throw wrongKind("a number from 0 to 1") }
    return value
  }

  /// An index of something of which there are so many.
  func index(below count: Int, _ what: String) throws -> Int {
    let index = try integer()
    guard (0..<count).contains(index) else {
      throw fault("is \(index), and the document has \(count) \(what), counted from 0")
    }
    return index
  }

  /// One of the words of an enum.
  func word<Word: RawRepresentable & CaseIterable>(_: Word.Type) throws -> Word where Word.RawValue == String {
    let text = try self.text()
    guard let word = Word(rawValue: text) else { throw unknownWord(text, among: Word.allCases.map(\.rawValue)) }
    return word
  }

  func unknownWord(_ text: String, among words: [String]) -> Diagnostic {
    fault("is one of \(words.joined(separator: ", ")), not '\(text)'", fix: NearestName.question(text, among: words))
  }
}
