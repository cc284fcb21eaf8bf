import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// The side of a run that takes results in the order of the documents, writes, counts, and applies the policy.
struct Delivery: Sendable {
  private let policy: RunPolicy
  private let total: Int
  private var sink = OutputSink()
  private var quarantine: Quarantine
  private(set) var record: RunRecord

  init(_ record: RunRecord, policy: RunPolicy) {
    self.policy = policy
    self.record = record
    total = record.found
    quarantine = Quarantine(runFolder: policy.folder)
  }

  /// Writes one document. Gives its final record, and whether the run goes on.
  mutating func take(_ result: DocumentWork.Result) -> (record: DocumentRecord, after: OrderedWork.After) {
    var document = result.record
    var isHopeless = false
    if document.outcome == .done { isHopeless = !write(result.products, &document) }
    if document.outcome == .failed, policy.onError == .quarantine { document.outcome = .quarantined }
    if document.outcome == .quarantined {
      do {
        try quarantine.put(document, from: result.source)
      } catch {
        document.diagnostics += Diagnostics.messages(of: error)
      }
    } else {
      quarantine.clear(document.name)
    }
    record.documents.append(document)
    return (document, isHopeless ? end(.cannotWrite) : after(document))
  }

  /// Gives shared files their names; what cannot get one is a message of the run.
  mutating func finish() -> RunRecord {
    let (_, faults) = sink.finish()
    record.diagnostics += faults.map(\.message)
    if !faults.isEmpty { record.ending = .cannotWrite }
    return record
  }

  /// False if nothing more can be written at all.
  private mutating func write(_ products: [PlacedProduct], _ document: inout DocumentRecord) -> Bool {
    do throws(OutputSink.Refusal) {
      try sink.write(products, of: document.index)
    } catch {
      switch error {
      case .taken(let product, let other):
        let message = Diagnostic.taken(product.path, by: record.documents[other].name)
        document.fail(DocumentFailure(at: record.outputs[product.writer].writer, [message]))
        return true
      case .system(let fault):
        document.fail(DocumentFailure(at: "write", [fault.message]))
        return !fault.isGeneral
      }
    }
    for product in products {
      switch product.target {
      case .whole:
        document.files += 1
        record.outputs[product.writer].files += 1
      case .shared: document.records += product.pieces
      }
      record.outputs[product.writer].records += product.pieces
    }
    return true
  }

  private mutating func after(_ document: DocumentRecord) -> OrderedWork.After {
    guard document.outcome != .done, record.documents.count < total else { return .goOn }
    if policy.onError == .stop, document.outcome == .failed { return end(.stopped) }
    let bad = Double(record.documents.count { $0.outcome != .done })
    switch policy.stopAfter {
    case .issues(let limit): return bad >= Double(limit) ? end(.stopped) : .goOn
    case .share(let share): return bad >= share * Double(total) ? end(.stopped) : .goOn
    case nil: return .goOn
    }
  }

  private mutating func end(_ ending: RunRecord.Ending) -> OrderedWork.After {
    record.ending = ending
    return .stop
  }
}

extension Diagnostic {
  fileprivate static func taken(_ path: String, by document: String) -> Diagnostic {
    Diagnostic(
      .outputTaken, "'\(path)' was already written by '\(document)'", at: SourcePlace(file: path),
      fix: "put more of the issue into the path, such as ${issue.id}",
      notes: [.init("kept", "nothing of the document is written")])
  }
}
