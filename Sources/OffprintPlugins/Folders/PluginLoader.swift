import OffprintInterchange
import OffprintKit

/// Finds and attaches the plugins of folders that the operator named; nothing else is ever looked at.
public enum PluginLoader {
  /// A plugin, or why a file is none.
  public struct Found: Sendable {
    public var file: String
    public var plugin: Result<AttachedPlugin, Diagnostic>
  }

  /// All plugins of the folders, in the order of the folders and of the names in them. Each is asked what it is.
  ///
  /// - Parameter trial: tries a library elsewhere before it is loaded here, and tells what was wrong with it.
  /// - Throws: `OP201` if a folder is not there.
  public static func find(
    in folders: [String], trial: (_ file: String) -> [Diagnostic] = { _ in [] }
  ) throws -> [Found] {
    try folders.flatMap { try PluginFiles.all(in: $0) }.map { file in
      do {
        if file.hasSuffix(PluginFiles.library), let message = trial(file).first { throw message }
        return Found(file: file, plugin: .success(try attach(file)))
      } catch {
        let message = Diagnostics.messages(of: error).first ?? Diagnostic(.pluginBroken, "'\(file)' is no plugin")
        return Found(file: file, plugin: .failure(message))
      }
    }
  }

  /// Attaches the plugin of one file.
  ///
  /// - Throws: a `Diagnostic`, `OP601` for what is no plugin of this version.
  public static func attach(_ file: String) throws -> AttachedPlugin {
    let channel = try channel(file)
    let host = PluginHost(channel)
    let description = try host.describe()
    if description.isThreadSafe { (channel as? LoadedChannel)?.share() }
    return AttachedParts(host: host, description: description).plugin
  }

  static func channel(_ file: String) throws -> any PluginChannel {
    if file.hasSuffix(PluginFiles.manifest) {
      let manifest = try PluginManifest(file)
      return ProcessChannel(
        manifest.command, in: PluginFiles.folder(of: file), memory: manifest.memory, file: file)
    }
    if file.hasSuffix(PluginFiles.library) { return try LoadedChannel(file) }
    throw Diagnostic(
      .pluginBroken, "'\(file)' is no plugin", at: SourcePlace(file: file),
      fix: "plugins are NAME\(PluginFiles.manifest) and NAME\(PluginFiles.library)")
  }
}
