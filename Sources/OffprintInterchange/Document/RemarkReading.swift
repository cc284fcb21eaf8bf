import OffprintJSON
import OffprintKit

/// What stages have said of a document: decisions, flags and entries of the ledger.
extension JSONScanner {
  mutating func decision() throws -> Decision {
    var decision = Decision(stage: "", subject: .issue, choice: "", reason: "")
    try members { scanner, key in
      switch key {
      case "stage": decision.stage = try scanner.string()
      case "choice": decision.choice = try scanner.string()
      case "reason": decision.reason = try scanner.string()
      case "confidence": decision.confidence = try scanner.number()
      default:
        guard let subject = try scanner.subject(key) else { throw scanner.unknown(key, in: "a decision") }
        decision.subject = subject
      }
    }
    return decision
  }

  mutating func flag() throws -> Flag {
    var flag = Flag(code: "", subject: .issue)
    try members { scanner, key in
      switch key {
      case "code": flag.code = try scanner.string()
      case "count": flag.count = try scanner.integer()
      case "note": flag.note = try scanner.string()
      default:
        guard let subject = try scanner.subject(key) else { throw scanner.unknown(key, in: "a flag") }
        flag.subject = subject
      }
    }
    return flag
  }

  mutating func entry() throws -> Ledger.Entry {
    var line: LineRef?
    var stage = ""
    var fate: Ledger.Fate?
    try members { scanner, key in
      switch key {
      case "line": line = try scanner.line()
      case "stage": stage = try scanner.string()
      case "dropped": fate = .dropped(reason: try scanner.string())
      case "merged": fate = .merged(into: try scanner.string())
      default: throw scanner.unknown(key, in: "an entry of the ledger")
      }
    }
    return Ledger.Entry(
      line: try required(line, "line", of: "an entry of the ledger"), stage: stage,
      fate: try required(fate, "dropped' or 'merged", of: "an entry of the ledger"))
  }

  /// What a remark is about, if the key is one of those that say so.
  private mutating func subject(_ key: String) throws -> Subject? {
    switch key {
    case "page": .page(try integer())
    case "article": .article(try integer())
    case "line": .line(try line())
    default: nil
    }
  }
}
