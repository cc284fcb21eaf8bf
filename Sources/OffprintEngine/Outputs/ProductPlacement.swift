import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintPipeline

/// A finished piece of output and the file it goes to.
struct PlacedProduct: Sendable {
  enum Target: Sendable {
    /// A file of the document's own.
    case whole
    /// A file that other documents add to as well.
    case shared
  }

  /// Index in the pipeline's `write:`.
  var writer: Int
  var path: String
  var target: Target
  var bytes: [UInt8]
  /// How many of the writer's products it is made of.
  var pieces = 1
}

/// Makes the products of all writers for a document and finds each its path.
struct ProductPlacement: Sendable {
  let writes: [WriteStep]
  let inputs: Set<String>

  init(writes: [WriteStep], inputs: [String]) {
    self.writes = writes
    self.inputs = Set(inputs.map { FileSystem.absolute(SourceTree.outermost($0)) })
  }

  /// - Parameter effort: what each writer took is added here.
  /// - Throws: `DocumentFailure`; then nothing of the document may be written.
  /// - Parameter warnings: what writers have to say is added here.
  func products(
    for issue: Issue, _ effort: inout [DocumentRecord.Effort], _ warnings: inout [Diagnostic]
  ) throws -> [PlacedProduct] {
    var placed: [PlacedProduct] = []
    var takenBy: [String: String] = [:]
    for (index, step) in writes.enumerated() {
      let start = ContinuousClock.now
      let made = try products(of: step, at: index, for: issue, &warnings)
      effort.append(.init(part: step.id, since: start, bytes: made.reduce(0) { $0 + $1.bytes.count }))
      try validate(made, of: step, &effort)
      for product in made {
        if inputs.contains(FileSystem.absolute(product.path)) {
          throw failure(.replacesInput(product.path), at: step)
        }
        if let other = takenBy.updateValue(step.id, forKey: product.path) {
          throw failure(.takenTwice(product.path, by: other, and: step.id), at: step)
        }
      }
      placed += made
    }
    return placed
  }

  /// Checks finished files against the schema that the pipeline names, and takes the time of it by itself.
  private func validate(
    _ made: [PlacedProduct], of step: WriteStep, _ effort: inout [DocumentRecord.Effort]
  ) throws {
    guard let validator = step.validator else { return }
    let start = ContinuousClock.now
    var problems: [Diagnostic] = []
    for product in made where problems.count < Self.mostProblems {
      problems += validator.problems(in: product.bytes).map { .invalid(product.path, $0, step.id, validator.files) }
    }
    effort.append(
      .init(part: step.partOfSchema, since: start, bytes: made.reduce(0) { $0 + $1.bytes.count }))
    guard problems.isEmpty else { throw DocumentFailure(at: step.id, Array(problems.prefix(Self.mostProblems))) }
  }

  /// How many problems of a document are told.
  private static let mostProblems = 20

  private func products(
    of step: WriteStep, at index: Int, for issue: Issue, _ warnings: inout [Diagnostic]
  ) throws -> [PlacedProduct] {
    let made: [Product]
    do {
      if let earlier = step.earlier {
        made = try step.writer.products(for: issue, after: Self.earlier(earlier, of: issue))
      } else {
        made = try step.writer.products(for: issue)
      }
    } catch {
      throw DocumentFailure(at: step.id, "writer", threw: error)
    }
    let target: PlacedProduct.Target = step.isShared ? .shared : .whole
    // A file of the document's own has its header here; one that others share, when it is begun.
    let own = step.spec.layout == .records && target == .whole ? Array(step.spec.header.utf8) : []
    var placed: [PlacedProduct] = []
    var places: [String: Int] = [:]
    if made.isEmpty, step.spec.layout == .records, !step.to.namesPart {
      // An issue without records still has its file: what an earlier run left there must not stand for this one.
      let path = Self.path(of: step, for: .issue, of: issue)
      placed.append(PlacedProduct(writer: index, path: path, target: target, bytes: own, pieces: 0))
    }
    for product in made {
      if case .article(let article) = product.scope, !issue.articles.indices.contains(article) {
        throw failure(.noSuch("article", article, of: issue.articles.count, step.id), at: step)
      }
      if case .page(let page) = product.scope, !issue.pages.indices.contains(page) {
        throw failure(.noSuch("page", page, of: issue.pages.count, step.id), at: step)
      }
      warnings += product.warnings.map { $0.noting("writer", step.id) }
      let path = Self.path(of: step, for: product.scope, of: issue)
      if step.spec.layout == .records, let known = places[path] {
        placed[known].bytes += product.bytes
        placed[known].pieces += 1
      } else {
        places[path] = placed.count
        placed.append(PlacedProduct(writer: index, path: path, target: target, bytes: own + product.bytes))
      }
    }
    return placed
  }

  /// Where a product goes: to the file, or to the records that the file is made of.
  private static func path(of step: WriteStep, for scope: Product.Scope, of issue: Issue) -> String {
    let path = OutputNames.normalised(step.to.path(for: scope, of: issue))
    return step.writer.assembly == nil ? path : AssembledFile.records(of: path)
  }

  /// What was handed on earlier. Its files are noted as inputs of the document, those too that are not there.
  private static func earlier(_ path: OutputPath, of issue: Issue) -> EarlierProducts {
    EarlierProducts { scope in
      let file = OutputNames.normalised(path.path(for: scope, of: issue))
      do {
        return try SourceFile.read(file, atMost: SourceFile.largestInput)
      } catch let message as Diagnostic where message.code == .inputMissing {
        return nil
      }
    }
  }

  private func failure(_ message: Diagnostic, at step: WriteStep) -> DocumentFailure {
    DocumentFailure(at: step.id, [message.noting("writer", step.id)])
  }
}

extension OutputPath {
  /// True if no two documents share a file under this path: it names the issue or the article by its id.
  var namesDocument: Bool { pieces.contains(.field(.issueID)) || pieces.contains(.field(.articleID)) }
}

extension OutputPath {
  /// True if it names a part of the issue, so that an issue without parts has no file.
  fileprivate var namesPart: Bool {
    let parts: [OutputField] = [.articleID, .articleType, .pageName, .pageNumber]
    return parts.contains { pieces.contains(.field($0)) }
  }
}

extension WriteStep {
  /// True if many documents add to its files.
  var isShared: Bool { spec.layout == .records && (!to.namesDocument || writer.assembly != nil) }

  /// What the time of the check against a schema is told under.
  var partOfSchema: String { "\(id).schema" }
}

extension Diagnostic {
  fileprivate static func invalid(
    _ path: String, _ problem: SchemaProblem, _ writer: String, _ schemas: [String]
  ) -> Diagnostic {
    let names = schemas.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return Diagnostic(
      .productInvalid, "'\(path)' would not be valid: \(problem.words)",
      at: SourcePlace(file: path, line: problem.line),
      notes: [
        .init("writer", writer), .init("schema", names.isEmpty ? "built in" : names.joined(separator: ", ")),
        .init("kept", "nothing of the document is exported"),
      ])
  }

  fileprivate static func takenTwice(_ path: String, by first: String, and second: String) -> Diagnostic {
    let who = first == second ? "writer '\(first)' twice" : "writers '\(first)' and '\(second)'"
    return Diagnostic(
      .outputTaken, "'\(path)' would be written by \(who)", at: SourcePlace(file: path),
      fix: "put more into the path, such as ${issue.id}, ${article.id} or ${page.number}",
      notes: [.init("kept", "nothing of the document is written")])
  }

  static func replacesInput(_ path: String) -> Diagnostic {
    Diagnostic(
      .outputTaken, "'\(path)' is a file of the input and would be replaced", at: SourcePlace(file: path),
      fix: "write to another folder", notes: [.init("kept", "nothing of the document is written")])
  }

  fileprivate static func noSuch(_ what: String, _ index: Int, of count: Int, _ writer: String) -> Diagnostic {
    Diagnostic(.stageFailed, "writer '\(writer)' made a product for \(what) \(index) of \(count)")
  }
}
