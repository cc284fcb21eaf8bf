import OffprintInterchange
import OffprintKit

/// Does with a library in a child process first what would take the command with it if it went wrong: loads it, asks
/// what it is, and, for `offprint plugins verify`, asks it nonsense.
public enum PluginTrial: String, Sendable, CaseIterable {
  case load, conduct

  /// Tries a library.
  ///
  /// - Parameter command: starts the program so that it calls `serve` with the same trial and file.
  /// - Returns: what was found wrong with it; empty if nothing was.
  public func messages(of file: String, command: [String]) -> [Diagnostic] {
    let channel = ProcessChannel(command, in: nil, memory: nil, file: file)
    let name = PluginFiles.name(of: file)
    do {
      let reply = try channel.ask(Array("{}".utf8), until: .now + PluginTime.document, as: name) { bytes in
        try StageReply.decode(bytes, to: 1)
      }
      if case .failure(let messages) = reply { return messages }
      return []
    } catch {
      return Diagnostics.messages(of: error).map { message in
        var message = message
        // Whoever asks after its conduct goes on otherwise after a hang.
        if self == .load || message.code != .pluginSilent { message.code = .pluginBroken }
        message.place = SourcePlace(file: file)
        return message
      }
    }
  }

  /// The child's part: tries the library and tells the parent.
  public func serve(_ file: String) -> Bool {
    FrameService.serve { _ in
      StageReply.failure(try self.found(in: file)).encode(to: 1)
    } failed: { messages in
      StageReply.failure(messages).encode(to: 1)
    }
  }

  private func found(in file: String) throws -> [Diagnostic] {
    switch self {
    case .load:
      _ = try PluginLoader.attach(file)
      return []
    case .conduct: return PluginConduct.faults(of: file)
    }
  }
}
