import OffprintDiagnostics
import OffprintJSON
import OffprintKit
import OffprintTrees

/// The file of a model: readable JSON, a tree a line. The same model gives the same bytes.
extension ArticleModel {
  private static let format = "offprint-article-model"
  private static let version = 1

  /// What every file of a model begins with, in whatever version.
  public static let beginning = "{\n  \"format\": \"\(format)\""

  public var text: String {
    let views = ArticleView.allCases.compactMap { view in
      self.views[view].map { "    \"\(view.rawValue)\": \(Self.text(of: $0))" }
    }
    let about = self.about.map { "    \(Self.quoted($0))" }.joined(separator: ",\n")
    return """
      \(Self.beginning), "version": \(Self.version),
        "about": [
      \(about)
        ],
        "views": {
      \(views.joined(separator: ",\n"))
        }
      }

      """
  }

  private static func text(of answers: Answers) -> String {
    let questions = ArticleQuestion.allCases.compactMap { question in
      answers[question].map { "\n      \"\(question.rawValue)\": \(UnitFeatures.text.text(of: $0, indent: "      "))" }
    }
    return "{" + questions.joined(separator: ",") + "\n    }"
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }

  /// - Parameter file: where the text stands, for messages.
  /// - Throws: `OP314` if it is no model that this version can read.
  public init(text: [UInt8], file: String) throws {
    do {
      self = try Self.read(text)
    } catch let fault as JSONScanner.Fault {
      throw Diagnostic(
        .modelBroken, "'\(file)' is no model that this version can read: \(fault.reason)",
        at: SourcePlace(file: file, line: fault.line), fix: "train it anew with 'offprint train articles'")
    }
  }

  private static func read(_ text: [UInt8]) throws -> ArticleModel {
    var scanner = JSONScanner(text)
    var model = ArticleModel()
    var format = ""
    var isOfVersion = false
    try scanner.object { scanner, key in
      switch key {
      case "format": format = try scanner.string()
      case "version":
        isOfVersion = try scanner.number() == Double(version)
        guard isOfVersion else { throw scanner.fault("'version' is not \(version)") }
      case "about": try scanner.array { model.about.append(try $0.string()) }
      case "views":
        try scanner.object { scanner, name in
          guard let view = ArticleView(rawValue: name) else { throw scanner.fault("there is no view '\(name)'") }
          model.views[view] = try answers(&scanner)
        }
      default: throw scanner.fault("'\(key)' is not known")
      }
    }
    guard format == Self.format else { throw scanner.fault("'format' is not \(Self.format)") }
    guard isOfVersion else { throw scanner.fault("'version' is wanted") }
    guard scanner.next() == 0 else { throw scanner.fault("nothing may follow the model") }
    guard model.views.values.contains(where: { $0[.begins] != nil }) else {
      throw scanner.fault("it does not tell where articles begin")
    }
    return model
  }

  private static func answers(_ scanner: inout JSONScanner) throws -> Answers {
    var answers: Answers = [:]
    try scanner.object { scanner, name in
      guard let question = ArticleQuestion(rawValue: name) else {
        throw scanner.fault("there is no question '\(name)'")
      }
      answers[question] = try UnitFeatures.text.trees(&scanner)
    }
    return answers
  }
}

extension ArticleModel {
  /// - Throws: `OP201` if the file is not there, `OP202` if it cannot be read, `OP314` if it is no model that this
  ///   version can read.
  public init(file: String) throws {
    try self.init(text: SourceFile.read(file), file: file)
  }
}
