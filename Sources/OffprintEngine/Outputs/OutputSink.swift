import OffprintDiagnostics

/// Writes the products of documents, one document after the other. A document's files appear all or none.
struct OutputSink: Sendable {
  private var names = OutputNames()
  private var temporaries = TemporaryNames()
  private var shared = SharedFiles()

  enum Refusal: Error {
    /// Another document, by its index, holds a path.
    case taken(PlacedProduct, by: Int)
    case system(FileSystem.Fault)
  }

  mutating func write(_ products: [PlacedProduct], of document: Int) throws(Refusal) {
    for product in products {
      if let other = names.holder(of: product) { throw .taken(product, by: other) }
    }
    var ready: [(temporary: String, path: String)] = []
    var named: [String] = []
    do throws(FileSystem.Fault) {
      for product in products where product.target == .whole {
        let temporary = try temporaries.name(for: product.path)
        ready.append((temporary, product.path))
        do throws(FileSystem.Fault) {
          try WholeFile.put(product.bytes, into: temporary)
        } catch {
          throw FileSystem.Fault(path: product.path, code: error.code)
        }
      }
      for product in products where product.target == .shared {
        try shared.append(product.bytes, to: product.path, names: &temporaries)
      }
      for file in ready {
        try FileSystem.rename(file.temporary, to: file.path)
        named.append(file.path)
      }
    } catch {
      for file in ready { FileSystem.remove(file.temporary) }
      for path in named { FileSystem.remove(path) }
      for product in products where product.target == .shared { shared.takeBack(product.path) }
      throw .system(error)
    }
    for product in products {
      names.take(product, for: document)
      if product.target == .shared { shared.keep(product.bytes.count, in: product.path) }
    }
  }

  /// Gives the shared files their names: how many there are for each, and messages for those that could not.
  mutating func finish() -> (paths: [String], faults: [FileSystem.Fault]) { shared.finish() }
}
