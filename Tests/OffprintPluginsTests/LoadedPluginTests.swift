import Foundation
import OffprintKit
import OffprintPlugins
import Testing

@Suite("Loaded plugins", .serialized, .enabled(if: hasCompiler, "cc is not there"))
struct LoadedPluginTests {
  private func refusal(_ file: String) -> String {
    let message = #expect(throws: Diagnostic.self) { try PluginLoader.attach(file) }
    #expect(message?.code == .pluginBroken)
    #expect(message?.place?.file == file)
    return message?.summary.replacing(file, with: "FILE") ?? ""
  }

  @Test("of another version are refused with a message")
  func version() throws {
    let folder = try PluginFolder()
    let file = try folder.library("old", "unsigned offprint_plugin_version(void) { return 7; }")
    #expect(refusal(file) == "'FILE' is for version 7 of the interface, and this Offprint has version 1")
  }

  @Test("that are none are refused with a message")
  func strangers() throws {
    let folder = try PluginFolder()
    #expect(
      refusal(try folder.library("bare", "int x;"))
        == "'FILE' has no function 'offprint_plugin_version', so it is no plugin of Offprint")
    #expect(
      refusal(try folder.library("half", "unsigned offprint_plugin_version(void) { return 1; }"))
        == "'FILE' needs the functions 'offprint_plugin_answer' and 'offprint_plugin_free'")
    #expect(refusal(try folder.write("I am a text", to: "text.so")).contains("cannot be loaded: FILE: "))
    #expect(refusal(try folder.write("", to: "empty.so")).contains("cannot be loaded: FILE: "))
    #expect(refusal("\(folder.path)/none.so").contains("cannot be loaded: FILE: "))
  }

  struct Misdeed: Sendable, CustomTestStringConvertible {
    var deed: String
    var code: DiagnosticCode
    var words: String
    var testDescription: String { words }
  }

  @Test(
    "that answer nonsense cost one document",
    arguments: [
      Misdeed(deed: "return 5;", code: .pluginFault, words: "plugin 'wild' returned the error 5"),
      Misdeed(deed: "*answer = 0; return 0;", code: .pluginAnswer, words: "returned success without an answer"),
      Misdeed(deed: "body = \"x\";", code: .pluginAnswer, words: "its answer is no JSON"),
      Misdeed(deed: "body = \"\\\"results\\\":[]\";", code: .pluginAnswer, words: "'results' has 0 for 1 document"),
      Misdeed(deed: "asked += 2;", code: .pluginAnswer, words: "its answer is to request"),
    ])
  func nonsense(misdeed: Misdeed) throws {
    let folder = try PluginFolder()
    let plugin = try PluginLoader.attach(try folder.wildLibrary(misdeed.deed))
    let run = try ChaosRun(folder, stage: "wild-stage", plugin: plugin)
    #expect(run.outcomes == ["done", "quarantined", "done"])
    #expect(run.messages.map(\.code) == [misdeed.code])
    #expect(run.messages.first?.summary.contains(misdeed.words) == true, "\(run.messages)")
  }

  @Test(
    "that crash, hang, exit, print or grow cost one document, if they are isolated",
    arguments: [
      Misdeed(deed: "abort();", code: .pluginEnded, words: "it was ended by a signal"),
      Misdeed(deed: "*(volatile int *)0 = 1;", code: .pluginEnded, words: "it was ended by a signal"),
      Misdeed(deed: "exit(0);", code: .pluginEnded, words: "it exited with 0"),
      Misdeed(deed: "for (;;) pause();", code: .pluginSilent, words: "did not answer in time"),
      Misdeed(
        deed:
          "for (int i = 0; i < 4000; i++) { char *more = malloc(1 << 20); if (!more) abort(); memset(more, 1, 1 << 20); }",
        code: .pluginEnded, words: "it was ended by a signal"),
    ])
  func isolated(misdeed: Misdeed) throws {
    let folder = try PluginFolder()
    let file = try folder.wildLibrary(misdeed.deed)
    let isolation = ProcessIsolation(
      command: [IsolationTests.command, "serve-stages", "--plugins", file], memory: 300 << 20)
    let run = try ChaosRun(
      folder, stage: "wild-stage", plugin: PluginLoader.attach(file), timeLimit: "8s", isolation: isolation,
      key: ", isolate: process")
    #expect(run.outcomes == ["done", "quarantined", "done"])
    #expect(run.messages.map(\.code) == [misdeed.code])
    let summary = run.messages.first?.summary ?? ""
    #expect(summary.hasPrefix("the process of stage 'wild-stage'") && summary.contains(misdeed.words), "\(summary)")
  }

  @Test("may print, if they are isolated: it is not taken for an answer")
  func printing() throws {
    let folder = try PluginFolder()
    let file = try folder.wildLibrary("printf(\"hello\\n\"); fflush(stdout);")
    let isolation = ProcessIsolation(command: [IsolationTests.command, "serve-stages", "--plugins", file])
    let run = try ChaosRun(
      folder, stage: "wild-stage", plugin: PluginLoader.attach(file), isolation: isolation, key: ", isolate: process")
    #expect(run.outcomes == ["done", "done", "done"])
  }

  @Test("are called by one thread at a time, unless they say otherwise", arguments: [false, true])
  func threads(shared: Bool) throws {
    let folder = try PluginFolder()
    // A second call while one is at work ends the process.
    let deed =
      "static volatile int busy; if (__sync_add_and_fetch(&busy, 1) > \(shared ? 99 : 1)) abort(); usleep(20000); __sync_sub_and_fetch(&busy, 1);"
    let plugin = try PluginLoader.attach(try folder.wildLibrary(deed, threads: shared))
    let stage = try plugin.stages[0].make([:])
    let start = ContinuousClock.now
    DispatchQueue.concurrentPerform(iterations: 16) { _ in
      var issue = ExampleRun.document(.text("boom"), language: nil)
      try? stage.run(on: &issue)
    }
    let took = start.duration(to: .now)
    #expect(shared || took > .milliseconds(300))
  }
}
