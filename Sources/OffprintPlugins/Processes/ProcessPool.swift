import OffprintInterchange
import OffprintKit

/// The processes of one plugin: as many as there are documents in work at once, each used again for the next one.
/// One that crashed, hung or spoke nonsense is not used again.
final class ProcessPool: Sendable {
  private let command: [String]
  private let folder: String?
  private let memory: UInt64?
  private let idle = Guarded<[Exclusive]>([])

  /// A process that one thread has for itself.
  ///
  /// `@unchecked Sendable`: it is in the list of idle ones or in the hands of one thread.
  private struct Exclusive: @unchecked Sendable {
    let process: ChildProcess
  }

  init(_ command: [String], in folder: String?, memory: UInt64?) {
    self.command = command
    self.folder = folder
    self.memory = memory
  }

  /// Why there was no answer, and what the program said last on standard error.
  struct Failure: Error {
    var fault: ExchangeFault
    var lastWords = ""
  }

  /// Sends a frame to a process, a new one if none is idle, and gives its answer.
  ///
  /// - Parameter read: makes something of the answer; the process is used again only if it does not throw.
  /// - Throws: a `Failure`, or what `read` throws.
  func exchange<Answer>(
    _ frame: [UInt8], until moment: ContinuousClock.Instant, read: ([UInt8]) throws -> Answer
  ) throws -> Answer {
    if let used = usedProcess() {
      do {
        return try exchange(frame, with: used, until: moment, read: read)
      } catch let failure as Failure where failure.fault.isEndWithoutAnswer {
        // It may have been about to end whatever came. With a new one it is the document that is to blame.
      }
    }
    return try exchange(frame, with: newProcess(), until: moment, read: read)
  }

  private func exchange<Answer>(
    _ frame: [UInt8], with process: ChildProcess, until moment: ContinuousClock.Instant,
    read: ([UInt8]) throws -> Answer
  ) throws -> Answer {
    do {
      let answer = try read(try process.exchange(frame, until: moment))
      idle.withLock { $0.append(Exclusive(process: process)) }
      return answer
    } catch {
      process.end()
      throw (error as? ExchangeFault).map { Failure(fault: $0, lastWords: process.lastWords) } ?? error
    }
  }

  private func usedProcess() -> ChildProcess? {
    while let idle = idle.withLock({ $0.popLast() }) {
      // One that ended or printed something in between would fail a document that has no part in it.
      if idle.process.isWaiting { return idle.process }
      idle.process.end()
    }
    return nil
  }

  private func newProcess() throws(Failure) -> ChildProcess {
    do {
      return try ChildProcess(command, in: folder, memory: memory)
    } catch {
      throw Failure(fault: error)
    }
  }
}
