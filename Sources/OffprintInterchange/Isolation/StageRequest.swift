import OffprintJSON
import OffprintKit

/// What a child process of Offprint itself is asked: to take a whole document through one stage.
public struct StageRequest: Sendable {
  public var number: Int
  public var stage: String
  /// The stage's id in the pipeline.
  public var id: String
  public var settings: [String: SettingInput]
  public var keepsDecisions: Bool
  /// Indices of the pages and articles that the pipeline's `when:` leaves to the stage.
  public var pages: [Int]
  public var articles: [Int]
  public var document: Issue

  public init(
    number: Int, stage: String, id: String, settings: [String: SettingInput], keepsDecisions: Bool, pages: [Int],
    articles: [Int], document: Issue
  ) {
    self.number = number
    self.stage = stage
    self.id = id
    self.settings = settings
    self.keepsDecisions = keepsDecisions
    self.pages = pages
    self.articles = articles
    self.document = document
  }

  public func encode() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("offprint", 1)
      json.member("request", number)
      json.member("do", "stage")
      json.member("stage", stage)
      json.member("id", id)
      json.key("settings")
      json.object { json in
        for (name, input) in settings.sorted(by: { $0.key < $1.key }) {
          json.key(name)
          json.setting(input)
        }
      }
      json.member("decisions", keepsDecisions)
      json.key("pages")
      json.integers(pages)
      json.key("articles")
      json.integers(articles)
      json.key("document")
      json.issue(document)
    }
    return json.bytes
  }

  /// - Throws: a `Diagnostic` (`OP607`).
  public static func decode(_ bytes: [UInt8]) throws -> StageRequest {
    var request = StageRequest(
      number: 0, stage: "", id: "", settings: [:], keepsDecisions: false, pages: [], articles: [],
      document: Issue(id: ""))
    var scanner = JSONScanner(bytes)
    do {
      try scanner.members { scanner, key in
        switch key {
        case "offprint", "do": try scanner.skip()
        case "request": request.number = try scanner.integer()
        case "stage": request.stage = try scanner.string()
        case "id": request.id = try scanner.string()
        case "settings": try scanner.members { request.settings[$1] = try $0.setting() }
        case "decisions": request.keepsDecisions = try scanner.boolean()
        case "pages": request.pages = try scanner.integers()
        case "articles": request.articles = try scanner.integers()
        case "document": request.document = try scanner.issue()
        default: throw scanner.unknown(key, in: "a request")
        }
      }
    } catch let fault as JSONScanner.Fault {
      throw Diagnostic(.storedDocument, "a request cannot be read: \(fault.reason)")
    }
    return request
  }
}

extension JSONWriter {
  fileprivate mutating func setting(_ input: SettingInput) {
    switch input {
    case .scalar(let text, _): string(text)
    case .list(let values, _): array { json in values.forEach { json.setting($0) } }
    }
  }
}

extension JSONScanner {
  fileprivate mutating func setting() throws -> SettingInput {
    guard next() == UInt8(ascii: "[") else { return .scalar(try string()) }
    var values: [SettingInput] = []
    try array { values.append(try $0.setting()) }
    return .list(values)
  }
}
