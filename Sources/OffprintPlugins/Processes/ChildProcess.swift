#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import COffprintPlugin
import OffprintInterchange

/// A program that answers frames on its standard output to frames on its standard input.
///
/// One thread at a time uses it; the pool sees to that. Reading and writing take turns and neither blocks, so that a
/// program that writes before it has read, or reads nothing at all, cannot stop us; all waiting ends at a moment.
final class ChildProcess {
  private let child: offprint_child
  private var unread: [UInt8] = []
  private var said = LastWords()
  private var errorsAreOpen = true
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var isGone = false

  /// - Parameters:
  ///   - command: the program, found along PATH if it has no slash, and its arguments.
  ///   - memory: the most bytes of data it may have; nil for no limit.
  /// - Throws: an `ExchangeFault` if the system cannot start it.
  init(_ command: [String], in folder: String?, memory: UInt64?) throws(ExchangeFault) {
    IgnoredPipes.begin()
    var child = offprint_child()
    var arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    let failure = offprint_child_start(&arguments, folder, memory ?? 0, &child)
    guard failure == 0 else { throw .notStarted(String(cString: strerror(failure))) }
    self.child = child
    LiveChildren.add(child.pid)
  }

  deinit { end() }

  /// What it wrote to standard error last.
  var lastWords: String { said.text }

  /// True if it still runs and has said nothing that nobody asked for.
  var isWaiting: Bool {
    var poll = pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)
    return systemPoll(&poll, 1, 0) == 0 && unread.isEmpty
  }

  /// Sends a frame and waits for the answer. After a fault the program is of no more use.
  func exchange(_ frame: [UInt8], until moment: ContinuousClock.Instant) throws(ExchangeFault) -> [UInt8] {
    var sent = 0
    while true {
      if let answer = try answer(whenAllIsSent: sent == frame.count) { return answer }
      var polls = [pollfd(fd: child.output, events: Int16(POLLIN), revents: 0)]
      if errorsAreOpen { polls.append(pollfd(fd: child.errors, events: Int16(POLLIN), revents: 0)) }
      if sent < frame.count { polls.append(pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0)) }
      let left = ContinuousClock.now.duration(to: moment)
      guard left > .zero else { throw .silent }
      let wait = min(left / .milliseconds(1), 3_600_000).rounded(.up)
      let ready = systemPoll(&polls, nfds_t(polls.count), Int32(wait))
      if ready < 0, errno != EINTR { throw .ended(how: String(cString: strerror(errno)), partial: unread.count) }
      guard ready > 0 else { continue }
      for poll in polls where poll.revents != 0 {
        switch poll.fd {
        case child.output: try readOutput()
        case child.errors: readErrors()
        default: send(frame, &sent)
        }
      }
    }
  }

  /// The answer, once it is there in full.
  private func answer(whenAllIsSent isSent: Bool) throws(ExchangeFault) -> [UInt8]? {
    guard unread.count >= 4 else { return nil }
    guard let length = Frame.length(unread), isSent else { throw .noise(Array(unread.prefix(80))) }
    guard unread.count >= 4 + length else { return nil }
    guard unread.count == 4 + length else { throw .noise(Array(unread.dropFirst(4 + length).prefix(80))) }
    let answer = Array(unread.dropFirst(4))
    unread = []
    return answer
  }

  private func readOutput() throws(ExchangeFault) {
    let count = systemRead(child.output, &chunk, chunk.count)
    if count > 0 {
      unread.append(contentsOf: chunk[..<count])
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      // What never became a frame is shown if it cannot have been one.
      if !unread.isEmpty, unread.count < 4 || Frame.length(unread) == nil { throw .noise(Array(unread.prefix(80))) }
      throw .ended(how: ending(), partial: unread.count)
    }
  }

  private func readErrors() {
    let count = systemRead(child.errors, &chunk, chunk.count)
    if count > 0 {
      said.add(chunk[..<count])
    } else if count == 0 || (errno != EAGAIN && errno != EINTR) {
      errorsAreOpen = false
    }
  }

  /// A program that reads no more may still answer; if it does not, that is what is told.
  private func send(_ frame: [UInt8], _ sent: inout Int) {
    let count = frame.withUnsafeBytes { bytes in
      systemWrite(child.input, bytes.baseAddress.map { $0 + sent }, bytes.count - sent)
    }
    if count > 0 {
      sent += count
    } else if errno != EAGAIN, errno != EINTR {
      sent = frame.count
    }
  }

  // MARK: The end

  /// How it ended, after its output did. It is given a moment to do so by itself.
  private func ending() -> String {
    var status: Int32 = 0
    for _ in 0..<100 {
      if waitpid(child.pid, &status, WNOHANG) == child.pid {
        forget()
        return ProcessEnd.words(status)
      }
      usleep(2000)
    }
    end()
    return "it closed its standard output"
  }

  /// Kills it with all that it started, and collects what is left.
  func end() {
    guard !isGone else { return }
    kill(-child.pid, SIGKILL)
    kill(child.pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(child.pid, &status, 0) < 0, errno == EINTR {}
    forget()
  }

  private func forget() {
    kill(-child.pid, SIGKILL)
    readLastErrors()
    LiveChildren.remove(child.pid)
    close(child.input)
    close(child.output)
    close(child.errors)
    isGone = true
  }

  private func readLastErrors() {
    for _ in 0..<16 where errorsAreOpen {
      let count = systemRead(child.errors, &chunk, chunk.count)
      if count <= 0 { return }
      said.add(chunk[..<count])
    }
  }
}

/// Why a program gave no answer.
enum ExchangeFault: Error {
  case notStarted(String)
  /// Bytes that are no frame, or came unasked; the first of them.
  case noise([UInt8])
  case ended(how: String, partial: Int)
  case silent

  /// True if it ended and had said nothing yet.
  var isEndWithoutAnswer: Bool { if case .ended(_, partial: 0) = self { true } else { false } }
}

private func systemPoll(_ polls: UnsafeMutablePointer<pollfd>, _ count: nfds_t, _ wait: Int32) -> Int32 {
  poll(polls, count, wait)
}
private func systemRead(_ file: Int32, _ base: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, base, count)
}
private func systemWrite(_ file: Int32, _ base: UnsafeRawPointer?, _ count: Int) -> Int { write(file, base, count) }
