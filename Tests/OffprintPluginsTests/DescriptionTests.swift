import Foundation
import OffprintKit
import OffprintPlugins
import Testing

@Suite("What plugins say of themselves", .enabled(if: hasPython, "python3 is not there"))
struct DescriptionTests {
  struct Lie: Sendable, CustomTestStringConvertible {
    var python: String
    var words: String
    var testDescription: String { words }
  }

  static let lies: [Lie] = [
    Lie(python: "os._exit(0)", words: "ended before it answered: it exited with 0"),
    Lie(python: "os.abort()", words: "ended before it answered: it was ended by a signal"),
    Lie(python: "import nowhere", words: "it exited with 1"),
    Lie(python: "print('hello', flush=True)", words: "wrote something to standard output that is no answer: 'hello"),
    Lie(python: "DESCRIPTION['offprint'] = 3", words: "is in version 3 of the protocol"),
    Lie(python: "DESCRIPTION['name'] = 'My Plugin'", words: "'name' is a name of small letters, digits and hyphens"),
    Lie(python: "del DESCRIPTION['summary']", words: "its answer needs a member 'summary'"),
    Lie(python: "DESCRIPTION['stages'] = []", words: "its answer names no stage, check or writer"),
    Lie(python: "DESCRIPTION['colour'] = 1", words: "its answer has no member 'colour'"),
    Lie(
      python: "DESCRIPTION['stages'][0]['kind'] = 'labeling'",
      words: "'stages[0].kind' is one of normalising, detecting, reflowing, segmenting, dehyphenating, labelling"),
    Lie(
      python: "DESCRIPTION['stages'][0]['needs'] = ['words']",
      words: "'stages[0].needs[0]' is one of lines, boxes, normalised-text"),
    Lie(
      python: "DESCRIPTION['stages'][0]['gives'] = ['articles']",
      words: "'stages[0].gives' is, for a normalising stage, among normalised-text"),
    Lie(python: "DESCRIPTION['stages'] *= 2", words: "its answer has 'wild-stage' twice among its stages"),
    Lie(
      python: "DESCRIPTION['stages'][0]['settings'] *= 2", words: "'stages[0]' has 'level' twice among its settings"),
    Lie(
      python: "DESCRIPTION['stages'][0]['settings'][0]['default'] = 0",
      words: "'stages[0].settings[0].default' is a whole number of at least 1"),
    Lie(
      python: "DESCRIPTION['stages'][0]['settings'][0]['type'] = 'int'",
      words: "'stages[0].settings[0].type' is one of integer, number"),
    Lie(
      python: "DESCRIPTION['stages'][0]['choices'] *= 2", words: "'stages[0]' has 'kept' twice among its choices"),
  ]

  @Test("lies are refused with their place", arguments: lies)
  func refused(lie: Lie) throws {
    let folder = try PluginFolder()
    let file = try folder.python(describe: lie.python)
    let message = #expect(throws: Diagnostic.self) { try PluginLoader.attach(file) }
    #expect(message?.summary.contains(lie.words) == true, "\(message?.summary ?? "")")
    #expect(message?.summary.contains("'wild'") == true)
    #expect(message?.place?.file == file)
  }

  @Test("settings are bound by the same rules and with the same words as those of built-in stages")
  func settings() throws {
    let folder = try PluginFolder()
    let file = try folder.python(
      process: "return {'results': [{'error': {'summary': json.dumps(request['settings'])}}]}")
    let stage = try #require(try folder.registry(file).stages["wild-stage"])
    func told(_ settings: [String: SettingInput]) throws -> String {
      var issue = ExampleRun.document(.text("one"), language: nil)
      let made = try stage.make(settings)
      return #expect(throws: Diagnostic.self) { try made.run(on: &issue) }?.summary ?? ""
    }
    #expect(try told([:]) == #"plugin 'wild': {"level": 3}"#)
    #expect(try told(["level": .scalar("12")]) == #"plugin 'wild': {"level": 12}"#)
    func faults(_ settings: [String: SettingInput]) -> [String] {
      do { _ = try stage.make(settings) } catch let error as SettingFaults {
        return error.all.map { "\($0.setting) \($0.fault.rule) \($0.fault.fix ?? "") \($0.isUnknown)" }
      } catch { return ["\(error)"] }
      return []
    }
    #expect(faults(["level": .scalar("many")]) == ["level is a whole number of at least 1  false"])
    #expect(faults(["level": .scalar("0")]) == ["level is a whole number of at least 1  false"])
    #expect(faults(["levle": .scalar("1")]) == ["levle is not a setting did you mean 'level'? true"])
    #expect(
      stage.settings == [
        SettingDescription(name: "level", help: "How wild.", type: .integer(min: 1, max: nil), defaultValue: "3")
      ])
  }

  @Test("plugins are found in the folders that were named, and nowhere else")
  func folders() throws {
    let folder = try PluginFolder()
    try folder.python("tame")
    try folder.write("not a manifest", to: "broken/broken.plugin.json")
    try folder.write(#"{"offprint": 1, "command": ["/no/such/program"]}"#, to: "gone.plugin.json")
    try folder.write(#"{"offprint": 2, "command": ["x"]}"#, to: "later.plugin.json")
    try folder.write("{}", to: "deep/deeper/never.plugin.json")
    let found = try PluginLoader.find(in: [folder.path])
    #expect(
      found.map { $0.file.dropFirst(folder.path.count + 1) } == [
        "broken/broken.plugin.json", "gone.plugin.json", "later.plugin.json", "tame.plugin.json",
      ])
    let messages = found.map { found in
      switch found.plugin {
      case .success(let plugin): plugin.info.name
      case .failure(let message): "\(message.code.id) \(message.summary.replacing(folder.path + "/", with: ""))"
      }
    }
    #expect(
      messages == [
        "OP601 'broken/broken.plugin.json' is no manifest of a plugin: '{' is wanted",
        "OP601 plugin 'gone': '/no/such/program' cannot be started: No such file or directory",
        "OP601 'later.plugin.json' is no manifest of a plugin: 'offprint' is the version of the protocol, which is 1",
        "tame",
      ])
    #expect(throws: Diagnostic.self) { try PluginLoader.find(in: [folder.path + "/nowhere"]) }
  }

  @Test("a name that is there already is refused, whoever comes second")
  func names() throws {
    let folder = try PluginFolder()
    let plugin = try PluginLoader.attach(try folder.python("tame"))
    var other = plugin
    other.info.name = "other"
    var registry = Registry()
    registry.add(plugin)
    registry.add(other)
    registry.add(plugin)
    #expect(registry.plugins.map(\.name) == ["tame", "other"])
    #expect(registry.stages["tame-stage"]?.plugin == "tame")
    #expect(registry.refusals.map(\.code) == [.nameTaken, .nameTaken])
    #expect(
      registry.refusals.map(\.summary) == [
        "plugin 'other' brings a stage 'tame-stage', and plugin 'tame' has one already",
        "there is a plugin 'tame' already",
      ])
  }
}
