#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintInterchange
import OffprintKit

/// The child's end of a conversation in frames over standard input and output.
enum FrameService {
  /// Answers requests, one after the other, until standard input ends. What else is printed goes to standard error, so
  /// that it cannot be taken for an answer.
  ///
  /// - Parameters:
  ///   - answer: the answer to a request.
  ///   - failed: the answer in place of one that could not be made.
  /// - Returns: true if the input ended where a frame might have begun.
  static func serve(
    answer: ([UInt8]) throws -> [UInt8], failed: ([Diagnostic]) -> [UInt8]
  ) -> Bool {
    StandardOutput.keep()
    let output = StandardOutput.file
    while let request = read() {
      let message: [UInt8]
      do {
        message = try answer(request)
      } catch {
        message = failed(messages(of: error))
      }
      guard let frame = Frame.of(message), write(frame, to: output) else { return false }
    }
    return true
  }

  /// An error of a part that is perhaps not ours is its failure, not a fault of Offprint.
  private static func messages(of error: any Error) -> [Diagnostic] {
    error is Diagnostic || error is Diagnostics
      ? Diagnostics.messages(of: error) : [Diagnostic(.stageFailed, "the stage failed: \(error)")]
  }

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
