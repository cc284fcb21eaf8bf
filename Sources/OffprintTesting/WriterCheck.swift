import OffprintKit

/// Checks what every writer promises: it writes any document without an error, the same bytes each time, and says
/// truly what each product is about.
///
/// - Returns: what is wrong; empty if all is as it must be.
public func checkWriter(_ type: any Writer.Type) -> [Failure] {
  var registry = Registry()
  registry.register(type)
  return registry.writers[type.spec.name].map { checkWriter($0) } ?? []
}

/// The same for a writer that is registered already, from whatever plugin.
public func checkWriter(_ entry: WriterEntry) -> [Failure] {
  let spec = entry.spec
  var found = SpecCheck.failures(name: spec.name, summary: spec.summary)
  found += SpecCheck.failures(settings: entry.settings) { _ = try entry.make($0) }
  if spec.fileExtension.isEmpty || spec.fileExtension.contains(".") {
    found.append(Failure("a file extension is given without a dot", "'\(spec.fileExtension)'"))
  }
  guard let writer = try? entry.make([:]) else { return found }
  found += NastyDocuments.failures { failures(of: writer, spec, $0, $1.prepared(for: spec.needs)) }
  return found
}

private func failures(of writer: any ProductMaking, _ spec: WriterSpec, _ name: String, _ issue: Issue) -> [Failure] {
  let place = "'\(spec.name)' on '\(name)'"
  do {
    let products = try writer.products(for: issue)
    let again = try writer.products(for: issue)
    var found: [Failure] = []
    if products.map(\.bytes) != again.map(\.bytes) || products.map(\.scope) != again.map(\.scope) {
      found.append(Failure("a second run gives the same bytes", place))
    }
    for product in products {
      if case .article(let index) = product.scope, !issue.articles.indices.contains(index) {
        found.append(Failure("a product is about an article that exists", "\(place): article \(index)"))
      }
      if case .page(let index) = product.scope, !issue.pages.indices.contains(index) {
        found.append(Failure("a product is about a page that exists", "\(place): page \(index)"))
      }
      if product.scope.isOther(than: writer.unit) {
        found.append(Failure("a product is about what the writer says", "\(place): \(product.scope)"))
      }
      if product.bytes.isEmpty { found.append(Failure("a product has content", "\(place): \(product.scope)")) }
    }
    if spec.layout == .files, Set(products.map(\.scope)).count != products.count {
      found.append(Failure("each file is about something else, so that paths differ", place))
    }
    return found
  } catch {
    return [SpecCheck.failure("a writer writes any document", place, threw: error)]
  }
}

extension Product.Scope {
  /// Writers of articles may also write about the issue.
  fileprivate func isOther(than unit: ProductUnit) -> Bool {
    switch self {
    case .article, .former: unit != .article
    case .page: unit != .page
    case .issue: unit == .page
    }
  }
}
