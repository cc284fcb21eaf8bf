import Foundation
import OffprintDiagnostics

/// A part of Offprint that takes bytes from anybody.
package protocol FuzzTarget: Sendable {
  /// Returns whatever the bytes are; ends the process if it finds something.
  func take(_ bytes: [UInt8])
}

/// Ends the process with what was found, so that libFuzzer keeps the input.
package func finding(_ what: String) -> Never {
  FileHandle.standardError.write(Data("finding: \(what)\n".utf8))
  abort()
}

/// Errors must be messages for an operator, not of our own fault and with a place, and must be fit to be shown.
func demandMessages(_ error: any Error, of what: String, withPlace: Bool = true) {
  let messages = Diagnostics.messages(of: error)
  if messages.isEmpty { finding("\(what) failed without a message: \(error)") }
  for message in messages {
    if message.code == .internalFault { finding("\(what) blames itself: \(message.summary)") }
    if withPlace, message.place == nil { finding("\(what) names no place: \(message.summary)") }
  }
  show(messages)
}

func show(_ messages: [Diagnostic]) {
  for message in messages {
    if ConsoleRenderer().render(message).isEmpty || JSONRenderer().render(message).isEmpty {
      finding("a message that cannot be shown: \(message.summary)")
    }
  }
}
