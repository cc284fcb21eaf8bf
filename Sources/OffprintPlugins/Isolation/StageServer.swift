#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintInterchange
import OffprintKit

/// The other end of `ProcessIsolation`: takes documents through stages of the registry, one after the other, until its
/// standard input ends.
public enum StageServer {
  /// Serves requests. What stages print goes to standard error, so that it cannot be taken for a reply.
  ///
  /// - Returns: true if the input ended where a frame might have begun.
  public static func serve(_ registry: Registry) -> Bool {
    let output = dup(1)
    dup2(2, 1)
    var made: [Part: AnyStage] = [:]
    while let request = read() {
      guard let frame = Frame.of(answer(request, registry, &made)) else { return false }
      guard write(frame, to: output) else { return false }
    }
    return true
  }

  /// A stage with its settings is made once.
  private struct Part: Hashable {
    var stage: String
    var settings: [String: SettingInput]
  }

  private static func answer(_ bytes: [UInt8], _ registry: Registry, _ made: inout [Part: AnyStage]) -> [UInt8] {
    var number = 0
    do {
      let request = try StageRequest.decode(bytes)
      number = request.number
      let part = Part(stage: request.stage, settings: request.settings)
      let stage = try made[part] ?? make(part, registry)
      made[part] = stage
      var issue = request.document
      let (pages, articles) = (Set(request.pages), Set(request.articles))
      try stage.run(
        on: &issue, as: request.id,
        selection: StageSelection(pages: { pages.contains($1) }, articles: { articles.contains($1) }),
        keepsDecisions: request.keepsDecisions)
      return StageReply.document(issue).encode(to: number)
    } catch {
      let isOurs = error is Diagnostic || error is Diagnostics
      let messages =
        isOurs ? Diagnostics.messages(of: error) : [Diagnostic(.stageFailed, "the stage failed: \(error)")]
      return StageReply.failure(messages).encode(to: number)
    }
  }

  private static func make(_ part: Part, _ registry: Registry) throws -> AnyStage {
    guard let entry = registry.stages[part.stage] else {
      throw Diagnostic(.internalFault, "the child process has no stage '\(part.stage)'")
    }
    return try entry.make(part.settings)
  }

  // MARK: Frames

  private static func read() -> [UInt8]? {
    guard let head = read(4), let length = Frame.length(head) else { return nil }
    return read(length)
  }

  private static func read(_ count: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: count)
    var done = 0
    while done < count {
      let got = bytes.withUnsafeMutableBytes { buffer in
        systemRead(0, buffer.baseAddress.map { $0 + done }, count - done)
      }
      if got < 0, errno == EINTR { continue }
      if got <= 0 { return nil }
      done += got
    }
    return bytes
  }

  private static func write(_ frame: [UInt8], to file: Int32) -> Bool {
    var done = 0
    while done < frame.count {
      let put = frame.withUnsafeBytes { systemWrite(file, $0.baseAddress.map { $0 + done }, frame.count - done) }
      if put < 0, errno == EINTR { continue }
      if put <= 0 { return false }
      done += put
    }
    return true
  }
}

private func systemRead(_ file: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, base, count)
}
private func systemWrite(_ file: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int { write(file, base, count) }
