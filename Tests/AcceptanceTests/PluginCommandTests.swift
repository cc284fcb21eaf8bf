import Foundation
import Testing

/// Plugins as an operator meets them: begun, built, tested, listed, verified and run by the built command.
@Suite("Plugins on the command line")
struct PluginCommandTests {
  private static func has(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }
  static let hasPython = has("python3")
  static let hasCompiler = has("cc") && has("make")

  private func env(_ arguments: String..., in folder: URL) throws -> Command {
    try Command.run(URL(filePath: "/usr/bin/env"), arguments, in: folder)
  }

  @Test("a new plugin in Python passes its own test and the conformance kit", .enabled(if: hasPython))
  func process() throws {
    let scratch = try Scratch()
    let new = try Command.run(["new", "plugin", "weather", "--kind", "process"], in: scratch.folder)
    #expect(new.status == 0, "\(new.errors)")
    let folder = scratch.folder.appending(path: "weather")
    let test = try env("python3", "test.py", in: folder)
    #expect(test.status == 0, "\(test.errors)")
    let verify = try Command.run(["plugins", "verify", "weather", "--plugins", "weather"], in: scratch.folder)
    #expect(verify.output == "weather 0.1.0\n  ok     conduct\n  ok     label-weather (stage)\n", "\(verify.errors)")
    #expect(verify.status == 0)
    let again = try Command.run(["new", "plugin", "weather", "--kind", "process"], in: scratch.folder)
    #expect(again.status == 73)
    #expect(again.errors.contains("is already there"))
  }

  @Test("what a named plugin brings and nobody gets is told of", .enabled(if: hasPython))
  func takenName() throws {
    let scratch = try Scratch()
    for folder in ["mine", "yours"] {
      _ = try Command.run(
        ["new", "plugin", "weather", "--kind", "process", "--output", folder], in: scratch.folder)
    }
    let verify = try Command.run(
      ["plugins", "verify", "weather", "--plugins", "mine", "--plugins", "yours"], in: scratch.folder)
    #expect(verify.status == 1)
    let message = "error[OP605]: there is a plugin 'weather' already\n  --> yours/weather.plugin.json"
    #expect(verify.errors.contains(message), "\(verify.errors)")
  }

  @Test("a new plugin in C passes its own test and the conformance kit", .enabled(if: hasCompiler))
  func library() throws {
    let scratch = try Scratch()
    let new = try Command.run(
      ["new", "plugin", "weather", "--kind", "c", "--output", "in/here"], in: scratch.folder)
    #expect(new.status == 0, "\(new.errors)")
    let folder = scratch.folder.appending(path: "in/here")
    let test = try env("make", "-s", "test", in: folder)
    #expect(test.status == 0, "\(test.errors)")
    #expect(try env("make", "-s", in: folder).status == 0)
    let verify = try Command.run(["plugins", "verify", "--plugins", "in/here"], in: scratch.folder)
    #expect(verify.output == "weather 0.1.0\n  ok     conduct\n  ok     label-weather (stage)\n", "\(verify.errors)")
  }

  /// Building Offprint anew takes minutes, so only where OFFPRINT_TEST_SWIFT_PLUGIN is set.
  @Test(
    "a new plugin in Swift passes its own test and is in its own command",
    .enabled(if: ProcessInfo.processInfo.environment["OFFPRINT_TEST_SWIFT_PLUGIN"] != nil))
  func package() throws {
    let scratch = try Scratch()
    // The name of a dependency's folder is its identity, and a checkout may be called anything.
    try FileManager.default.createSymbolicLink(
      at: scratch.folder.appending(path: "offprint"), withDestinationURL: Command.root)
    let new = try Command.run(["new", "plugin", "cold-weather", "--kind", "swift"], in: scratch.folder)
    #expect(new.status == 0, "\(new.errors)")
    let folder = scratch.folder.appending(path: "cold-weather")
    let test = try env("swift", "test", in: folder)
    #expect(test.status == 0, "\(test.output.suffix(3000)) \(test.errors.suffix(3000))")
    let verify = try env("swift", "run", "cold-weather-offprint", "plugins", "verify", "cold-weather", in: folder)
    #expect(verify.output == "cold-weather 0.1.0\n  ok     label-cold-weather (stage)\n", "\(verify.errors)")
  }

  @Test("a library that ends the whole program is named, and nobody takes the run for done", .enabled(if: hasCompiler))
  func quits() throws {
    let scratch = try Scratch()
    _ = try Command.run(["new", "plugin", "weather", "--kind", "c"], in: scratch.folder)
    let folder = scratch.folder.appending(path: "weather")
    let source = folder.appending(path: "weather.c")
    let text = try String(contentsOf: source, encoding: .utf8)
    let head = "static void answer(struct json *request, struct text *out) {"
    #expect(text.contains(head))
    let quit = "\n  if (strcmp(json_text(json_member(request, \"do\")), \"process\") == 0) exit(0);"
    try text.replacing(head, with: head + quit).write(to: source, atomically: true, encoding: .utf8)
    #expect(try env("make", "-s", in: folder).status == 0)
    _ = try scratch.write("A storm\nrose in the night.\n", to: "in/a.txt")
    _ = try scratch.write(
      """
      offprint: 1
      name: p
      read: { format: text-pages, from: in }
      run: { folder: out }
      stages: [reflow-columns, segment-articles, label-weather]
      """, to: "p.yaml")
    let run = try Command.run(["run", "p.yaml", "--plugins", "weather"], in: scratch.folder)
    #expect(run.status == 75)
    #expect(run.errors.contains("error[OP603]: plugin 'weather' ended the program\n"))
  }

  @Test("a program that was edited, or what it may import, does its documents again", .enabled(if: hasPython))
  func edited() throws {
    let scratch = try Scratch()
    _ = try Command.run(["new", "plugin", "weather", "--kind", "process"], in: scratch.folder)
    _ = try scratch.write("A storm\nrose in the night.\n", to: "in/a.txt")
    let pipeline = try scratch.write(
      """
      offprint: 1
      name: p
      read: { format: text-pages, from: in }
      run: { folder: out }
      stages: [reflow-columns, segment-articles, label-weather]
      write: { table: { format: csv, to: out/table.csv } }
      """, to: "p.yaml")
    func isDoneAgain() throws -> Bool {
      let run = try Command.run(["run", pipeline.path, "--plugins", "weather"], in: scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
      return !run.errors.contains("as they were")
    }
    func edit(_ name: String) throws {
      let file = scratch.folder.appending(path: "weather/\(name)")
      let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      try (text + "# another\n").write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try isDoneAgain())
    #expect(try !isDoneAgain())
    for name in ["weather.py", "helper.py"] {
      try edit(name)
      #expect(try isDoneAgain(), "\(name)")
    }
    try edit("test.py")
    #expect(try !isDoneAgain())
  }

  @Test("a plugin's stage is listed, explained, checked and run like any other", .enabled(if: hasPython))
  func everywhere() throws {
    let plugins = ["--plugins", "Plugins/PriceLists"]
    #expect(try Command.run(["list", "stages"] + plugins).output.contains("label-listings"))
    #expect(try Command.run(["list", "stages"]).output.contains("label-listings") == false)
    let page = try Command.run(["explain", "label-listings"] + plugins).output
    #expect(page.hasPrefix("label-listings (stage, labelling of price-lists)\n"))
    #expect(page.contains("min_share: a share such as 2% or 0.02; default 60%"))
    #expect(try Command.run(["schema"] + plugins).output.contains("\"min_rows\""))
    let info = try Command.run(["plugins", "info", "price-lists"] + plugins).output
    #expect(info.contains("Plugins/PriceLists/price-lists.plugin.json"))
    #expect(info.contains("label-listings  stage, labelling: Labels articles whose lines are rows"))
    let pipeline = "Plugins/PriceLists/pipelines/price-lists.yaml"
    #expect(try Command.run(["check", pipeline] + plugins).status == 0)
    let without = try Command.run(["check", pipeline])
    #expect(without.status == 78)
    #expect(without.errors.contains("there is no stage 'label-listings'"))
    let test = try Command.run(["test", pipeline] + plugins)
    #expect(test.output.hasSuffix("1 passed, 0 failed\n"), "\(test.output) \(test.errors)")
    let scratch = try Scratch()
    let run = try Command.run(
      Command.executable, ["run", pipeline, "--var", "out=\(scratch.folder.path)"], in: Command.root,
      environment: ["OFFPRINT_PLUGINS": "Plugins/PriceLists"])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("what a run could not do is tried again with the plugins of that run", .enabled(if: hasPython))
  func retry() throws {
    let scratch = try Scratch()
    let pipeline = try scratch.write(
      """
      offprint: 1
      name: listings
      read: { format: text-pages, from: in }
      run: { on_error: skip, folder: out }
      stages:
        - reflow-columns
        - segment-articles
        - label-listings
      write:
        table: { format: csv, to: out/table.csv }
      """, to: "listings.yaml")
    _ = try scratch.write("Flour 3\nEels 4\n", to: "in/good.txt")
    try Data().write(to: scratch.folder.appending(path: "in/empty.txt"))
    let folder = Command.root.appending(path: "Plugins/PriceLists").path
    let run = try Command.run(["run", pipeline.path, "--plugins", folder], in: scratch.folder)
    #expect(run.status == 1, "\(run.errors)")
    _ = try scratch.write("Herring 5\n", to: "in/empty.txt")
    let again = try Command.run(["retry", "out"], in: scratch.folder)
    #expect(again.status == 0, "\(again.errors)")
  }

  @Test("settings of a plugin's stage have the messages of any stage", .enabled(if: hasPython))
  func settings() throws {
    let scratch = try Scratch()
    let pipeline = try String(
      contentsOf: Command.root.appending(path: "Plugins/PriceLists/pipelines/price-lists.yaml"), encoding: .utf8
    ).replacing("min_rows: 4", with: "min_rowz: 4, min_share: lots")
    let file = try scratch.write(pipeline, to: "p.yaml")
    let check = try Command.run(["check", file.path, "--plugins", "Plugins/PriceLists"])
    #expect(check.status == 78)
    #expect(check.errors.contains("'label-listings' has no setting 'min_rowz'"))
    #expect(check.errors.contains("did you mean 'min_rows'?"))
    #expect(check.errors.contains("'min_share' is a share such as 2% or 0.02, not 'lots'"))
  }

  @Test("a plugin that cannot be used ends the verb before anything runs, and is told of by plugins list")
  func broken() throws {
    let scratch = try Scratch()
    _ = try scratch.write("{", to: "plugins/bad.plugin.json")
    _ = try scratch.write("no library", to: "plugins/bad.so")
    let check = try Command.run(
      ["check", Command.root.appending(path: "pipelines/mets-alto.yaml").path, "--plugins", "plugins"],
      in: scratch.folder)
    #expect(check.status == 78)
    #expect(check.output.isEmpty)
    #expect(check.errors.contains("error[OP601]: 'plugins/bad.plugin.json' is no manifest of a plugin"))
    #expect(check.errors.contains("error[OP601]: 'plugins/bad.so' cannot be loaded"))
    let list = try Command.run(["plugins", "list", "--plugins", "plugins"], in: scratch.folder)
    #expect(list.status == 1)
    #expect(list.output.contains("family-notices 1.0.0"))
    #expect(list.errors.contains("plugins/bad.so"))
    let nowhere = try Command.run(["plugins", "list", "--plugins", "nowhere"], in: scratch.folder)
    #expect(nowhere.status == 66)
    let unknown = try Command.run(["plugins", "info", "family-notice"])
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean 'family-notices'?"))
  }

  @Test(
    "a library that crashes or hangs up costs a message, not the command", .enabled(if: hasCompiler),
    arguments: [
      ("__attribute__((constructor)) static void begin(void) { abort(); }", "return 1;"), ("", "abort();"),
      ("", "exit(4);"), ("", "*(volatile int *)0 = 1; return 1;"),
    ])
  func crash(before: String, deed: String) throws {
    let scratch = try Scratch()
    _ = try scratch.write(
      """
      #include "offprint_plugin.h"
      #include <stdlib.h>
      \(before)
      uint32_t offprint_plugin_version(void) { return OFFPRINT_PLUGIN_VERSION; }
      int32_t offprint_plugin_answer(const uint8_t *q, size_t n, uint8_t **a, size_t *c) { \(deed) }
      void offprint_plugin_free(uint8_t *a, size_t n) {}
      """, to: "wild.c")
    let include = Command.root.appending(path: "Sources/COffprintPlugin/include").path
    let built = try env("cc", "-shared", "-fPIC", "-w", "-I", include, "-o", "wild.so", "wild.c", in: scratch.folder)
    #expect(built.status == 0, "\(built.errors)")
    let list = try Command.run(["plugins", "list", "--plugins", "wild.so"], in: scratch.folder)
    #expect(list.status == 1)
    #expect(list.errors.contains("error[OP601]: plugin 'wild' ended before it answered"), "\(list.errors)")
    let check = try Command.run(["list", "stages", "--plugins", "wild.so"], in: scratch.folder)
    #expect(check.status == 78)
  }

  @Test("isolated stages give the same bytes, at any number of jobs")
  func isolation() throws {
    let scratch = try Scratch()
    let pipeline = try String(contentsOf: Command.root.appending(path: "pipelines/mets-alto.yaml"), encoding: .utf8)
    let stages = pipeline.replacing("- reflow-columns\n", with: "- { stage: reflow-columns, isolate: process }\n")
      .replacing("- segment-articles\n", with: "- { stage: segment-articles, isolate: process }\n")
    #expect(stages != pipeline)
    let samples = Command.root.appending(path: "pipelines").path
    for (name, text, jobs) in [("home", pipeline, "1"), ("away", stages, "1"), ("away4", stages, "4")] {
      let file = try scratch.write(text.replacing(" samples/", with: " \(samples)/samples/"), to: "\(name).yaml")
      let run = try Command.run(
        ["run", file.path, "--jobs", jobs, "--var", "out=\(scratch.folder.path)/\(name)"], in: scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    func written(_ name: String) throws -> [String: Data] { try outputs(of: scratch.folder.appending(path: name)) }
    #expect(try !written("home").isEmpty)
    #expect(try written("away") == written("home"))
    #expect(try written("away4") == written("home"))
  }

  @Test("an isolated stage that learns from the batch first learns the same")
  func isolatedSurvey() throws {
    let scratch = try Scratch()
    let samples = Command.root.appending(path: "pipelines/samples/text").path
    for (name, key) in [("home", ""), ("away", ", isolate: process")] {
      let file = try scratch.write(
        """
        offprint: 1
        name: learning
        read: { format: text-pages, from: \(samples) }
        run: { folder: \(name) }
        stages:
          - normalise-text
          - reflow-columns
          - segment-articles
          - { stage: dehyphenate, with: { vocabulary: \(name)-words.tsv }\(key) }
        write:
          records: { format: jsonl, to: \(name)/articles.jsonl }
        """, to: "\(name).yaml")
      let run = try Command.run(["run", file.path], in: scratch.folder)
      #expect(run.status == 0, "\(run.errors)")
    }
    func text(_ path: String) throws -> String {
      try String(contentsOf: scratch.folder.appending(path: path), encoding: .utf8)
    }
    #expect(try !text("home-words.tsv").isEmpty)
    #expect(try text("away-words.tsv") == text("home-words.tsv"))
    #expect(try text("away/articles.jsonl") == text("home/articles.jsonl"))
  }
}
