import OffprintDiagnostics
import OffprintKit
import OffprintReport
import OffprintStages

/// Goes through marked issues, once to learn and once to measure. One document is in memory at a time.
struct TrainingSession {
  let collections: [TruthDocuments]
  let copies: TrainingCopies
  let console: Console
  let colour: ColourChoice

  /// Learns from all issues in which articles are marked.
  func learn() throws -> (ArticleTraining, Lessons) {
    var training = ArticleTraining()
    var lessons = Lessons()
    var repeated = RepeatedIssues()
    for collection in collections {
      console.show(collection.diagnostics, colour)
      for (number, document) in collection.documents.enumerated() {
        guard let issue = issue(document, collection) else {
          lessons.failed += 1
          continue
        }
        if let warning = repeated.warning(of: issue, document.name) { console.show([warning], colour) }
        let articles = issue.markup?.articles.count ?? 0
        lessons.add(articles: articles, pages: issue.pages.count, of: collection)
        console.errorLine("\(collection.name): \(document.name), \(articles) marked")
        guard articles > 0 else { continue }
        for kind in TrainingCopies.Kind.all(for: issue) {
          training.add(try copies.marked(issue, kind), of: fold(collection, number))
        }
      }
    }
    return (training, lessons)
  }

  /// Measures each collection with a model of the others.
  func heldOut(_ training: ArticleTraining) throws -> HeldOut {
    var measured = HeldOut(copies)
    var models: [String: ArticleModel] = [:]
    guard collections.reduce(0, { $0 + $1.documents.count }) > 1 else { return measured }
    // Those of one name stand together, so that their model is grown once.
    let names = collections.map(\.name)
    let ordered = collections.sorted { (names.firstIndex(of: $0.name) ?? 0) < (names.firstIndex(of: $1.name) ?? 0) }
    for collection in ordered {
      for (number, document) in collection.documents.enumerated() {
        guard let issue = issue(document, collection), issue.markup?.articles.isEmpty == false else { continue }
        let fold = fold(collection, number)
        if models[fold] == nil { console.errorLine("held out: \(fold)") }
        let model = models[fold] ?? training.model(without: fold)
        models = [fold: model]
        try measured.add(issue, model, document: document.name, collection: collection)
      }
    }
    return measured
  }

  /// What is held out together: a collection; of a single one, each document.
  private func fold(_ collection: TruthDocuments, _ number: Int) -> String {
    Set(collections.map(\.name)).count > 1 ? collection.name : "\(collection.name), document \(number + 1)"
  }

  /// nil if the document cannot be read; why is shown.
  private func issue(_ document: DocumentSource, _ collection: TruthDocuments) -> Issue? {
    do {
      var context = ReadContext()
      return try collection.reader.read(document, &context)
    } catch {
      console.show(Diagnostics.messages(of: error).map { $0.noting("document", document.name) }, colour)
      return nil
    }
  }
}

/// What there was to learn from.
struct Lessons {
  private struct Collection {
    var name: String
    var format: String
    var issues = 0
    var pages = 0
    var articles = 0
  }

  private var collections: [Collection] = []
  var failed = 0

  var documents: Int { collections.reduce(0) { $0 + $1.issues } + failed }
  var articles: Int { collections.reduce(0) { $0 + $1.articles } }

  mutating func add(articles: Int, pages: Int, of collection: TruthDocuments) {
    let index = collections.firstIndex { $0.name == collection.name } ?? collections.count
    if index == collections.count {
      collections.append(Collection(name: collection.name, format: collection.format))
    }
    collections[index].issues += 1
    collections[index].pages += pages
    collections[index].articles += articles
  }

  /// A sentence for each collection, for the file of the model.
  var sentences: [String] {
    collections.map { collection in
      """
      Learned from \(collection.name): \(PlainText.counted(collection.issues, "issue")) read as \(collection.format), \
      \(PlainText.counted(collection.pages, "page")), \(PlainText.counted(collection.articles, "marked unit")).
      """
    }
  }
}
