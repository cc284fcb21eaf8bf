import Foundation
import Testing

/// The direction in which modules may see each other, checked over the manifest and over the sources.
@Suite("The direction of the modules")
struct PackageDirectionTests {
  @Test("no target depends on what its place does not allow")
  func manifest() throws {
    let faults = try PackageDump.load().faults()
    #expect(faults == [])
  }

  @Test("no source imports what its module may not see")
  func imports() throws {
    let dump = try PackageDump.load()
    let faults = try dump.targets.flatMap { try SourceImports.faults(of: $0, root: Command.root) }
    #expect(faults == [])
  }

  @Test("the check of the manifest can fail")
  func wrongManifest() throws {
    let json = """
      {"targets": [
        {"name": "OffprintStages", "type": "regular", "dependencies": [{"byName": ["OffprintFormats", null]}]},
        {"name": "OffprintEngine", "type": "regular", "dependencies": [{"product": ["Yams", "Yams", null, null]}]},
        {"name": "Newcomer", "type": "regular", "dependencies": []},
        {"name": "Greedy", "type": "regular", "path": "Plugins/Greedy/Sources",
         "dependencies": [{"target": ["OffprintKit", null]}, {"byName": ["OffprintXML", null]}]},
        {"name": "GreedyTests", "type": "test", "path": "Plugins/Greedy/Tests",
         "dependencies": [{"byName": ["Greedy", null]}, {"byName": ["OffprintTesting", null]}, {"byName": ["OffprintCLI", null]}]},
        {"name": "OffprintKitTests", "type": "test", "dependencies": [{"product": ["ArgumentParser", "x", null, null]}]}
      ]}
      """
    #expect(
      try PackageDump.decode(Data(json.utf8)).faults() == [
        "OffprintStages must not depend on OffprintFormats", "OffprintEngine must not depend on Yams",
        "Newcomer has no place in the direction yet; add it to the table",
        "Greedy must not depend on OffprintXML", "GreedyTests must not depend on OffprintCLI",
        "OffprintKitTests must not depend on ArgumentParser",
      ])
  }

  @Test("the check of the imports can fail")
  func wrongImports() throws {
    let scratch = try Scratch()
    _ = try scratch.write("import Dispatch\n@testable import OffprintFormats\n", to: "Sources/OffprintStages/A.swift")
    _ = try scratch.write("import OffprintKit\n  import struct OffprintModel.Box\n", to: "Plugins/P/Sources/B.swift")
    let stages = PackageDump.Target(name: "OffprintStages", type: "regular", path: nil, dependencies: [])
    #expect(
      try SourceImports.faults(of: stages, root: scratch.folder) == [
        "A.swift of OffprintStages must not import Dispatch",
        "A.swift of OffprintStages must not import OffprintFormats",
      ])
    let plugin = PackageDump.Target(name: "P", type: "regular", path: "Plugins/P/Sources", dependencies: [])
    #expect(
      try SourceImports.faults(of: plugin, root: scratch.folder) == ["B.swift of P must not import OffprintModel"])
  }
}

/// What each module may depend on; the architecture's table.
private let allowed: [String: Set<String>] = [
  "OffprintModel": [],
  "OffprintJSON": [],
  "OffprintDiagnostics": ["OffprintJSON"],
  "CArchive": [],
  "OffprintArchives": ["OffprintDiagnostics", "CArchive"],
  "OffprintKit": ["OffprintModel", "OffprintDiagnostics", "OffprintArchives"],
  "OffprintInterchange": ["OffprintKit", "OffprintJSON"],
  "COffprintPlugin": [],
  "CPluginTemplates": [],
  "OffprintPlugins": ["OffprintKit", "OffprintInterchange", "OffprintJSON", "COffprintPlugin", "CPluginTemplates"],
  "CLibXML2": [],
  "CByteScan": [],
  "OffprintXML": ["OffprintDiagnostics", "CLibXML2", "CByteScan"],
  "CSQLite": [],
  "OffprintSQLite": ["OffprintDiagnostics", "CSQLite"],
  "OffprintFormats": ["OffprintKit", "OffprintXML", "OffprintJSON", "OffprintSQLite"],
  "OffprintTrees": ["OffprintJSON"],
  "CArticleModel": [],
  "OffprintStages": ["OffprintKit", "OffprintTrees", "OffprintJSON", "CArticleModel"],
  "OffprintLanguage": ["OffprintKit"],
  "OffprintPipeline": ["OffprintKit", "OffprintJSON", "Yams"],
  "CXXHash": [],
  "OffprintEngine": [
    "OffprintPipeline", "OffprintKit", "OffprintArchives", "OffprintJSON", "OffprintInterchange", "CXXHash",
  ],
  "OffprintEvaluation": ["OffprintKit"],
  "OffprintReport": ["OffprintEvaluation", "OffprintEngine", "OffprintJSON"],
  "OffprintCLI": [
    "OffprintReport", "OffprintEvaluation", "OffprintEngine", "OffprintPipeline", "OffprintPlugins", "OffprintStages",
    "OffprintFormats", "OffprintTesting", "OffprintKit", "OffprintJSON", "ArgumentParser",
  ],
  "offprint": ["OffprintCLI", "OffprintFormats", "OffprintStages", "OffprintLanguage", "OffprintKit"],
  "OffprintTesting": ["OffprintKit"],
  "OffprintFuzzTargets": [
    "OffprintKit", "OffprintFormats", "OffprintStages", "OffprintPipeline", "OffprintXML", "OffprintDiagnostics",
  ],
  "benchmark": ["OffprintFormats", "OffprintStages", "OffprintPlugins", "OffprintKit", "CBareParse"],
  "CBareParse": ["CLibXML2"],
]

/// What the tests of a plugin may see besides the plugin: the kit, its tests, and how plugins are loaded.
private let pluginTestsSee: Set = ["OffprintKit", "OffprintTesting", "OffprintPlugins"]

/// Modules of others that just one of ours may see; `Dispatch` comes with the system and stands in no manifest.
private let reserved = [
  "Yams": "OffprintPipeline", "CLibXML2": "OffprintXML", "CArticleModel": "OffprintStages",
  "COffprintPlugin": "OffprintPlugins", "CPluginTemplates": "OffprintPlugins",
  "ArgumentParser": "OffprintCLI", "Dispatch": "OffprintEngine", "CXXHash": "OffprintEngine",
  "CArchive": "OffprintArchives",
]

/// What `swift package dump-package` says, as far as it matters here.
private struct PackageDump: Decodable {
  struct Target: Decodable {
    var name: String
    var type: String
    var path: String?
    /// `{"byName": ["OffprintKit", null]}`, `{"product": ["Yams", "Yams", null, null]}`.
    var dependencies: [[String: [Name?]]]

    var dependencyNames: [String] { dependencies.flatMap(\.values).compactMap { $0.first??.text } }
    var isPlugin: Bool { path?.hasPrefix("Plugins/") == true }
    var isTest: Bool { type == "test" }

    /// The plugin that these are the tests of stands in the same folder.
    var ownPlugin: String { String(name.dropLast(isTest ? "Tests".count : 0)) }
  }

  /// A name, or something else that stands beside names.
  struct Name: Decodable {
    var text: String?
    init(from decoder: any Decoder) throws { text = try? decoder.singleValueContainer().decode(String.self) }
  }

  var targets: [Target]

  /// A build folder of its own, since `swift test` holds the lock of the usual one while tests run.
  static func load() throws -> PackageDump {
    let scratch = try Scratch()
    let dump = try Command.run(
      URL(filePath: "/usr/bin/env"), ["swift", "package", "--scratch-path", scratch.folder.path, "dump-package"])
    try #require(dump.status == 0, "\(dump.errors)")
    return try decode(Data(dump.output.utf8))
  }

  static func decode(_ data: Data) throws -> PackageDump { try JSONDecoder().decode(PackageDump.self, from: data) }

  func faults() -> [String] {
    let plugins = Set(targets.filter { $0.isPlugin && !$0.isTest }.map(\.name))
    return targets.flatMap { target -> [String] in
      guard let may = permitted(target, plugins) else {
        return ["\(target.name) has no place in the direction yet; add it to the table"]
      }
      return target.dependencyNames.filter { !may($0) }.map { "\(target.name) must not depend on \($0)" }
    }
  }

  /// Which dependencies a target may have; nil if nobody said.
  private func permitted(_ target: Target, _ plugins: Set<String>) -> ((String) -> Bool)? {
    if target.isPlugin {
      let own: Set = target.isTest ? pluginTestsSee.union([target.ownPlugin]) : ["OffprintKit"]
      return { own.contains($0) }
    }
    if target.isTest { return { reserved[$0] == nil } }
    // Only the executable knows which plugins there are.
    guard let may = allowed[target.name] else { return nil }
    return { may.contains($0) || target.name == "offprint" && plugins.contains($0) }
  }
}

/// What sources say: SwiftPM lets a source import a module that another target happened to build.
private enum SourceImports {
  static func faults(of target: PackageDump.Target, root: URL) throws -> [String] {
    let folder = root.appending(path: target.path ?? (target.isTest ? "Tests/" : "Sources/") + target.name)
    let files = try contents(of: folder).filter { $0.key.hasSuffix(".swift") }.sorted { $0.key < $1.key }
    return files.flatMap { name, data in
      imports(in: String(decoding: data, as: UTF8.self)).filter { !may(target, import: $0) }
        .map { "\(name) of \(target.name) must not import \($0)" }
    }
  }

  private static func imports(in source: String) -> [String] {
    source.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").drop { $0.hasPrefix("@") || ["public", "internal"].contains($0) }
      guard words.first == "import", let module = words.dropFirst().last?.split(separator: ".").first else {
        return nil
      }
      return String(module)
    }
  }

  private static func may(_ target: PackageDump.Target, import module: String) -> Bool {
    if target.isPlugin {
      let own: Set = target.isTest ? pluginTestsSee.union([target.ownPlugin]) : ["OffprintKit"]
      return !module.hasPrefix("Offprint") && reserved[module] == nil || own.contains(module)
    }
    if let owner = reserved[module] { return owner == target.name || target.isTest && module == "Dispatch" }
    guard module.hasPrefix("Offprint"), !target.isTest else { return true }
    return seen(from: target.name).contains(module)
  }

  /// All that a module sees, directly or through what it depends on.
  private static func seen(from name: String) -> Set<String> {
    (allowed[name] ?? []).reduce(into: []) { $0.formUnion(seen(from: $1).union([$1])) }
  }
}
