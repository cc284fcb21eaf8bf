import Foundation
import OffprintCLI
import OffprintKit

/// A command line carried out inside the test, and what it wrote.
struct CommandRun {
  let status: Int32
  let out: String
  let err: String

  init(_ arguments: String..., registry: Registry = Registry(), terminal: Bool = false) {
    self.init(arguments, registry: registry, terminal: terminal)
  }

  init(_ arguments: [String], registry: Registry = Registry(), terminal: Bool = false) {
    let out = Collected()
    let err = Collected()
    let console = Console(write: out.add, writeError: err.add, errorIsTerminal: terminal)
    status = OffprintCommand.run(arguments, registry: registry, console: console)
    self.out = out.text
    self.err = err.text
  }
}

/// Text from several threads.
final class Collected: @unchecked Sendable {
  // The lock guards the text; that is the reason for `@unchecked`.
  private let lock = NSLock()
  private var collected = ""

  @Sendable func add(_ text: String) { lock.withLock { collected += text } }
  var text: String { lock.withLock { collected } }
}
