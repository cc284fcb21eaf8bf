import OffprintKit
import OffprintStages

/// The file of an article model. One that can be read is used to find the articles of a sample.
struct ArticleModelTarget: FuzzTarget {
  private let issue: Issue

  init() throws { issue = try Sample.issue() }

  func take(_ bytes: [UInt8]) {
    let model: ArticleModel
    do {
      model = try ArticleModel(text: bytes, file: "model.json")
    } catch {
      return demandMessages(error, of: "reading the model")
    }
    demandSame(model)
    var context = StageContext(stage: "segment-articles")
    do {
      var found = issue
      found.articles = try SegmentArticles(model: model).articles(in: issue, &context)
      found.hasArticles = true
      if !Ledger.balance(of: found).isEven { finding("the model loses lines") }
    } catch {
      finding("the model cannot be used: \(error)")
    }
  }

  /// What was read can be written, and is then read as the same.
  private func demandSame(_ model: ArticleModel) {
    let text = Array(model.text.utf8)
    guard let again = try? ArticleModel(text: text, file: "again.json") else { finding("its own text is refused") }
    if Array(again.text.utf8) != text { finding("read again, the model is another") }
  }
}

/// A document that was read and has its reading order.
enum Sample {
  static func issue() throws -> Issue {
    let folder = try ScratchFolder()
    let files = try Deliveries.files(of: "alto")
    for file in files { folder.write(file.name, file.bytes) }
    let paths = files.map { "\(folder.path)/\($0.name)" }
    guard let reader = try Parts.registry.readers["alto"]?.make([:]) else { finding("there is no reader 'alto'") }
    var context = ReadContext()
    var issue = try reader.read(DocumentSource(name: "sample", root: folder.path, files: paths), &context)
    for stage in try Parts.stages().prefix(2) { try stage.run(on: &issue) }
    return issue
  }
}
