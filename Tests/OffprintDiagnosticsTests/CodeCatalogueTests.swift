import OffprintDiagnostics
import Testing

@Suite("Codes")
struct CodeCatalogueTests {
  @Test("codes are OP and three digits, and none is used twice")
  func ids() {
    let ids = CodeCatalogue.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(ids.allSatisfy { $0.wholeMatch(of: /OP[0-9]{3}/) != nil })
    #expect(ids == ids.sorted())
  }

  @Test("every code has a heading and a page that says what to do", arguments: CodeCatalogue.all)
  func pages(code: DiagnosticCode) {
    #expect(!code.title.isEmpty && !code.title.hasSuffix("."))
    #expect(code.explanation.count > 60, "\(code.id)")
    #expect(code.explanation.hasSuffix("."), "\(code.id)")
  }

  @Test("codes are found by name, in either case")
  func lookup() {
    #expect(CodeCatalogue.code("op203") == .xmlBroken)
    #expect(CodeCatalogue.code("OP000") == nil)
  }
}

@Suite("Messages as errors")
struct DiagnosticsTests {
  private struct Foreign: Error {}

  @Test("any error gives messages, a foreign one a fault of ours")
  func messages() {
    let one = Diagnostic(.xmlBroken, "cut off")
    #expect(Diagnostics.messages(of: one) == [one])
    #expect(Diagnostics.messages(of: Diagnostics([one, one])) == [one, one])
    #expect(Diagnostics.messages(of: Foreign()).map(\.code) == [.internalFault])
  }

  @Test("only errors end the work")
  func throwing() {
    var all = Diagnostics()
    all.add(Diagnostic(.textReplaced, "2 characters", severity: .warning))
    #expect(throws: Never.self) { try all.throwIfErrors() }
    all.add(contentsOf: [Diagnostic(.xmlBroken, "cut off")])
    #expect(throws: Diagnostics.self) { try all.throwIfErrors() }
    #expect(Severity.note < .warning && Severity.warning < .error)
  }

  @Test("a fact is added once")
  func noting() {
    let message = Diagnostic(.xmlBroken, "cut off").noting("stage", "a").noting("stage", "b")
    #expect(message.notes == [.init("stage", "a")])
  }

  @Test("a place is named as far as it is known")
  func places() {
    #expect(SourcePlace(file: "f").label == "f")
    #expect(SourcePlace(file: "f", line: 2).label == "f:2")
    #expect(SourcePlace(file: "f", line: 2, column: 3).label == "f:2:3")
    #expect(SourcePlace(file: "f", column: 3).label == "f")
  }
}
