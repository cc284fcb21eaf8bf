import COffprintPlugin
import OffprintKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A plugin that is a library, loaded into the program through the C interface of `offprint_plugin.h`.
///
/// `@unchecked Sendable`: the functions are called by one thread at a time unless the plugin says that several may,
/// and the library is never unloaded.
final class LoadedChannel: PluginChannel, @unchecked Sendable {
  private typealias Version = @convention(c) () -> UInt32
  private typealias Answer =
    @convention(c) (
      UnsafePointer<UInt8>?, Int, UnsafeMutablePointer<UnsafeMutablePointer<UInt8>?>?, UnsafeMutablePointer<Int>?
    ) -> Int32
  private typealias Free = @convention(c) (UnsafeMutablePointer<UInt8>?, Int) -> Void

  let file: String
  var files: [String] { [file] }
  let attachment = PluginInfo.Attachment.loaded
  private let answer: Answer
  private let free: Free
  /// Held for a call of a library that takes one at a time. It is a value of some size: one of none would have the
  /// address of the object itself, and each call count as a race for that.
  private let turn = Guarded(0)
  private let mayBeShared = Guarded(false)

  /// Loads the library and asks for the version of its interface before anything else.
  ///
  /// - Throws: `OP601` if it cannot be loaded, is of another version, or lacks a function.
  init(_ file: String) throws {
    self.file = file
    // A name without a slash would be looked for along the system's own paths.
    let path = file.contains("/") ? file : "./" + file
    guard let handle = dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let why = dlerror().map { String(cString: $0) } ?? "the system does not say why"
      throw Self.broken(file, "cannot be loaded: \(why)")
    }
    guard let version = dlsym(handle, "offprint_plugin_version") else {
      throw Self.broken(file, "has no function 'offprint_plugin_version', so it is no plugin of Offprint")
    }
    let found = unsafeBitCast(version, to: Version.self)()
    guard found == UInt32(OFFPRINT_PLUGIN_VERSION) else {
      throw Self.broken(
        file, "is for version \(found) of the interface, and this Offprint has version \(OFFPRINT_PLUGIN_VERSION)",
        fix: "build it anew with this Offprint's offprint_plugin.h")
    }
    guard let answer = dlsym(handle, "offprint_plugin_answer"), let free = dlsym(handle, "offprint_plugin_free") else {
      throw Self.broken(file, "needs the functions 'offprint_plugin_answer' and 'offprint_plugin_free'")
    }
    self.answer = unsafeBitCast(answer, to: Answer.self)
    self.free = unsafeBitCast(free, to: Free.self)
  }

  /// Several threads may call it from now on, as its description says.
  func share() { mayBeShared.withLock { $0 = true } }

  /// The time limit cannot be kept here: a function that is called cannot be stopped. `isolate: process` can.
  func ask<Answer>(
    _ request: [UInt8], until moment: ContinuousClock.Instant, as plugin: String,
    read: ([UInt8]) throws -> Answer
  ) throws -> Answer {
    if mayBeShared.withLock({ $0 }) { return try read(try call(request, plugin)) }
    return try turn.withLock { _ in try read(try call(request, plugin)) }
  }

  private func call(_ request: [UInt8], _ plugin: String) throws -> [UInt8] {
    var bytes: UnsafeMutablePointer<UInt8>?
    var count = 0
    offprint_inside(plugin)
    let status = request.withUnsafeBufferPointer { answer($0.baseAddress, $0.count, &bytes, &count) }
    offprint_inside(nil)
    guard status == 0 else {
      throw Diagnostic(
        .pluginFault, "plugin '\(plugin)' returned the error \(status)", notes: [.init("plugin", file)])
    }
    guard let bytes, count >= 0 else {
      throw Diagnostic(
        .pluginAnswer, "plugin '\(plugin)' returned success without an answer", notes: [.init("plugin", file)])
    }
    defer { free(bytes, count) }
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  private static func broken(_ file: String, _ what: String, fix: String? = nil) -> Diagnostic {
    Diagnostic(.pluginBroken, "'\(file)' \(what)", at: SourcePlace(file: file), fix: fix)
  }
}
