/// The type of a setting, for help, checks and the JSON Schema.
public indirect enum SettingType: Hashable, Sendable {
  case integer(min: Int?, max: Int?)
  case number(min: Double?, max: Double?)
  case boolean
  case text
  /// A file or folder; relative to the file in which it stands.
  case path
  /// The same, or one of a few words, which may have `:` and more after them.
  case pathOr(words: [String])
  /// Seconds, written `120s`, `5m` or `1h`.
  case duration
  /// 0...1, written `2%` or `0.02`.
  case share
  case choice([String])
  case list(SettingType)

  /// The type in words that follow "is": `a whole number of at least 1`.
  public var words: String {
    switch self {
    case .integer(let min, let max): "a whole number" + Self.bounds(min.map(String.init), max.map(String.init))
    case .number(let min, let max): "a number" + Self.bounds(min.map { "\($0)" }, max.map { "\($0)" })
    case .boolean: "true or false"
    case .text: "a text"
    case .path: "a file or folder"
    case .pathOr(let words): "a file or folder, or " + words.joined(separator: ", ")
    case .duration: "a time such as 120s, 5m or 1h"
    case .share: "a share such as 2% or 0.02"
    case .choice(let names): names.count == 1 ? "'\(names[0])'" : "one of " + names.joined(separator: ", ")
    case .list(let element): "a list, each \(element.words)"
    }
  }

  /// True if `text` is a path to be resolved against the file in which it stands.
  public func isPath(_ text: String) -> Bool {
    switch self {
    case .path: true
    case .pathOr(let words): !words.contains { text == $0 || text.hasPrefix($0 + ":") }
    case .list(let element): element.isPath(text)
    default: false
    }
  }

  private static func bounds(_ min: String?, _ max: String?) -> String {
    switch (min, max) {
    case (let min?, let max?): " from \(min) to \(max)"
    case (let min?, nil): " of at least \(min)"
    case (nil, let max?): " of at most \(max)"
    case (nil, nil): ""
    }
  }
}
