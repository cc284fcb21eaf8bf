import OffprintKit

/// The way to a plugin, whatever it is: bytes of JSON there and back.
protocol PluginChannel: Sendable {
  /// The file that is loaded, or the manifest.
  var file: String { get }
  /// That, and what else it is made of.
  var files: [String] { get }
  var attachment: PluginInfo.Attachment { get }

  /// Sends a request and gives the answer.
  ///
  /// - Parameter read: makes something of the bytes; where it throws, the plugin speaks nonsense and cannot be trusted
  ///   to answer the next request either.
  /// - Throws: a `Diagnostic` that names the plugin.
  func ask<Answer>(
    _ request: [UInt8], until moment: ContinuousClock.Instant, as plugin: String,
    read: ([UInt8]) throws -> Answer
  ) throws -> Answer
}

/// How long plugins have.
enum PluginTime {
  /// For a document, where the pipeline sets no limit.
  static let document = Duration.seconds(60)
  /// To say what it is.
  static let description = Duration.seconds(20)
}
