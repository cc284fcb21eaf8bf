#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics
import OffprintKit
import OffprintPlugins

/// Where the command writes: data to `out`, everything else to `err`.
public struct Console: Sendable {
  public var write: @Sendable (_ text: String) -> Void
  public var writeError: @Sendable (_ text: String) -> Void
  /// True if a person sees what goes to `err`.
  public var errorIsTerminal: Bool
  /// True if the surroundings ask for no colour (`NO_COLOR`, see no-color.org) or the terminal has none.
  public var refusesColour: Bool
  /// Why something that was to go to `out` could not be written; nil as long as all could.
  public var lostOutput: @Sendable () -> Diagnostic?

  public init(
    write: @escaping @Sendable (String) -> Void, writeError: @escaping @Sendable (String) -> Void,
    errorIsTerminal: Bool = false, refusesColour: Bool = false,
    lostOutput: @escaping @Sendable () -> Diagnostic? = { nil }
  ) {
    self.write = write
    self.writeError = writeError
    self.errorIsTerminal = errorIsTerminal
    self.refusesColour = refusesColour
    self.lostOutput = lostOutput
  }

  /// The process's own standard output and error.
  public static var standard: Console {
    func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return Console(
      write: { send($0, to: StandardOutput.file) { lose($0) } }, writeError: { send($0, to: 2) { _ in } },
      errorIsTerminal: isatty(2) == 1,
      refusesColour: !value("NO_COLOR").isEmpty || value("TERM") == "dumb",
      lostOutput: { lost.withLock { $0 }.map(notWritten) })
  }

  /// One line for people; what would steer the terminal is shown instead. Data for programs goes to `write`.
  func line(_ text: String) { write(PrintableText.line(text) + "\n") }
  func errorLine(_ text: String) { writeError(PrintableText.line(text) + "\n") }

  /// Shows messages to the person at the terminal, an empty line after each.
  func show(_ diagnostics: [Diagnostic], _ colour: ColourChoice) {
    let renderer = ConsoleRenderer(colour: colour.isOn(self))
    for diagnostic in diagnostics { writeError(renderer.render(diagnostic) + "\n\n") }
  }

  /// The errno of standard output; nil if all was written.
  private static let lost = Guarded<Int32?>(nil)

  /// Nobody may be reading any more, as with `offprint list | head`; that is no error. A full disk is one.
  private static func lose(_ code: Int32) {
    if code != EPIPE { lost.withLock { $0 = code } }
  }

  private static func notWritten(_ code: Int32) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "standard output cannot be written: \(SystemRefusal(code).words)",
      fix: "\(SystemRefusal(code).stepToWrite), or send it elsewhere, and run again")
  }

  private static func send(_ text: String, to file: Int32, failed: (_ code: Int32) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = systemWrite(file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count < 0 && errno == EINTR { continue }
        if count < 0 { failed(errno) }
        if count <= 0 { return }
        done += count
      }
    }
  }
}

private func systemWrite(_ file: Int32, _ base: UnsafePointer<UInt8>?, _ count: Int) -> Int { write(file, base, count) }
