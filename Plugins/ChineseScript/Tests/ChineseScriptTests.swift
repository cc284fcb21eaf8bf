import Foundation
import OffprintKit
import OffprintPlugins
import OffprintTesting
import Testing

/// Builds the plugin with the C compiler of the machine, as its Makefile does, and loads it.
@Suite("Chinese script", .serialized, .enabled(if: compiler != nil, "no C compiler is there"))
final class ChineseScriptTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "chinese-script-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// - Parameter flags: further flags for the compiler.
  private func registry(_ flags: String...) throws -> Registry {
    let source = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let make = Process()
    make.executableURL = URL(filePath: "/usr/bin/env")
    make.arguments =
      ["make", "-s", "-C", source.path, "CC=\(compiler ?? "cc")", "OUT=\(folder.path)"]
      + (flags.isEmpty ? [] : ["CFLAGS=\(flags.joined(separator: " "))"])
    try make.run()
    make.waitUntilExit()
    try #require(make.terminationStatus == 0)
    var registry = Registry()
    registry.add(try PluginLoader.attach(folder.appending(path: "chinese-script.so").path))
    return registry
  }

  @Test("keeps the promises of every stage, where OpenCC is there")
  func conformance() throws {
    let registry = try registry()
    #expect(checkStage(try #require(registry.stages["convert-chinese"]), in: registry) == [])
  }

  @Test("converts line by line, and leaves other languages as they are")
  func lines() throws {
    let stage = try #require(try registry().stages["convert-chinese"])
    guard stage.absence == nil else { return print("skipped: OpenCC is not on this machine") }
    var issue = ExampleRun.document(.text("中華民國\nThe Times \"1890\"\t\n日報社發行"), language: "zh")
    try stage.make([:]).run(on: &issue)
    #expect(issue.pages[0].lines.map(\.text) == ["中华民国", "The Times \"1890\"", "日报社发行"])
    try stage.make(["to": .scalar("traditional")]).run(on: &issue)
    #expect(issue.pages[0].lines[2].text == "日報社發行")
  }

  @Test("says so where OpenCC is missing, before anything runs")
  func without() throws {
    let registry = try registry("-DOPENCC='\"libno-such-opencc.so\"'")
    let stage = try #require(registry.stages["convert-chinese"])
    let absence = try #require(stage.absence)
    #expect(absence.code == .libraryMissing)
    #expect(absence.summary == "'convert-chinese' cannot run here: OpenCC is not on this machine, or has no tables")
    #expect(absence.fix == "install it (Debian: libopencc1.1)")
    #expect(checkStage(stage, in: registry) == [])
  }
}

private let compiler: String? = ["cc", "gcc", "clang"].first { name in
  (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
  }
}
