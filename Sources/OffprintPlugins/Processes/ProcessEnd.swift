#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// How a process ended, in words for the operator.
enum ProcessEnd {
  /// - Parameter status: what `waitpid` gave. The macros that take it apart are not shown to Swift.
  static func words(_ status: Int32) -> String {
    let signal = status & 0x7F
    if signal == 0 { return "it exited with \(status >> 8 & 0xFF)" }
    let name = strsignal(signal).map { String(cString: $0) } ?? "signal \(signal)"
    return "it was ended by a signal: \(name)"
  }
}

/// The end of what a program wrote to standard error; a flood of it costs no memory.
struct LastWords {
  private static let most = 2000
  private var bytes: [UInt8] = []

  mutating func add(_ more: ArraySlice<UInt8>) {
    bytes.append(contentsOf: more.suffix(Self.most))
    if bytes.count > 2 * Self.most { bytes.removeFirst(bytes.count - Self.most) }
  }

  /// The last lines, as text.
  var text: String {
    let lines = String(decoding: bytes.suffix(Self.most), as: UTF8.self).split(separator: "\n").suffix(3)
    return lines.map { line in line.unicodeScalars.count > 300 ? "…" + line.suffix(300) : String(line) }
      .joined(separator: " | ")
  }
}

/// A program that goes away while we write to it must not end ours.
enum IgnoredPipes {
  private static let once: Void = { signal(SIGPIPE, SIG_IGN) }()
  static func begin() { once }
}
