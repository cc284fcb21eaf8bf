// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Our own targets: Swift 6 language mode (from the tools version) and no warning left standing.
let house: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The release build of the command holds Swift's standard library and Foundation: it runs where no Swift is installed,
/// and starts in two thirds of the time, since the loader has next to nothing left to do. Toolchains without the static
/// libraries link the dynamic ones.
let isStatic = Context.environment["PATH", default: ""].split(separator: ":").contains { folder in
  let toolchain = URL(filePath: "\(folder)/swift").resolvingSymlinksInPath().deletingLastPathComponent()
  return FileManager.default.fileExists(
    atPath: toolchain.appending(path: "../lib/swift_static/linux/libFoundation.a").path)
}
let alone: BuildSettingCondition = .when(platforms: [.linux], configuration: .release)

/// A library target of the house, with the modules it may see. The direction is checked by a test.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

/// The tests that stand beside a module.
func tests(of name: String, _ more: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + more, exclude: exclude, swiftSettings: house)
}

let package = Package(
  name: "offprint",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "offprint", targets: ["offprint"]),
    .library(name: "OffprintKit", targets: ["OffprintKit"]),
    .library(name: "OffprintTesting", targets: ["OffprintTesting"]),
    .library(name: "OffprintCLI", targets: ["OffprintCLI"]),
    .library(
      name: "Offprint",
      targets: [
        "OffprintKit", "OffprintFormats", "OffprintStages", "OffprintLanguage", "OffprintPipeline", "OffprintEngine",
        "OffprintPlugins", "OffprintInterchange",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    module("OffprintModel"),
    module("OffprintJSON"),
    module("OffprintDiagnostics", ["OffprintJSON"]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    module("OffprintArchives", ["OffprintDiagnostics", "CArchive"]),
    module("OffprintKit", ["OffprintModel", "OffprintDiagnostics", "OffprintArchives"]),
    module("OffprintInterchange", ["OffprintKit", "OffprintJSON"]),
    .target(name: "COffprintPlugin"),
    .target(name: "CPluginTemplates", exclude: ["files"]),
    module(
      "OffprintPlugins",
      ["OffprintKit", "OffprintInterchange", "OffprintJSON", "COffprintPlugin", "CPluginTemplates"]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CByteScan"),
    module("OffprintXML", ["OffprintDiagnostics", "CLibXML2", "CByteScan"]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]),
    module("OffprintSQLite", ["OffprintDiagnostics", "CSQLite"]),
    module("OffprintFormats", ["OffprintKit", "OffprintXML", "OffprintJSON", "OffprintSQLite"]),
    module("OffprintTrees", ["OffprintJSON"]),
    .target(name: "CArticleModel", exclude: ["articles.json"]),
    module("OffprintStages", ["OffprintKit", "OffprintTrees", "OffprintJSON", "CArticleModel"]),
    module("OffprintLanguage", ["OffprintKit"]),
    module("OffprintPipeline", ["OffprintKit", "OffprintJSON", .product(name: "Yams", package: "Yams")]),
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    module(
      "OffprintEngine",
      ["OffprintPipeline", "OffprintKit", "OffprintArchives", "OffprintJSON", "OffprintInterchange", "CXXHash"]),
    module("OffprintEvaluation", ["OffprintKit"]),
    module("OffprintReport", ["OffprintEvaluation", "OffprintEngine", "OffprintJSON"]),
    module(
      "OffprintCLI",
      [
        "OffprintReport", "OffprintEvaluation", "OffprintEngine", "OffprintPipeline", "OffprintPlugins",
        "OffprintStages", "OffprintFormats", "OffprintTesting", "OffprintKit", "OffprintJSON",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "offprint",
      dependencies: [
        "OffprintCLI", "OffprintFormats", "OffprintStages", "OffprintLanguage", "OffprintKit", "FamilyNotices",
      ],
      swiftSettings: house + (isStatic ? [.unsafeFlags(["-static-stdlib"], alone)] : []),
      linkerSettings: isStatic ? [.unsafeFlags(["-static-stdlib"], alone)] : []),
    module("OffprintTesting", ["OffprintKit"]),
    .target(name: "CBareParse", dependencies: ["CLibXML2"], path: "Benchmarks/CBareParse"),
    .executableTarget(
      name: "benchmark",
      dependencies: ["OffprintFormats", "OffprintStages", "OffprintPlugins", "OffprintKit", "CBareParse"],
      path: "Benchmarks/Sources", swiftSettings: house),

    .target(
      name: "FamilyNotices", dependencies: ["OffprintKit"],
      path: "Plugins/FamilyNotices/Sources", swiftSettings: house),
    .testTarget(
      name: "FamilyNoticesTests", dependencies: ["FamilyNotices", "OffprintTesting"],
      path: "Plugins/FamilyNotices/Tests", swiftSettings: house),

    .testTarget(
      name: "ChineseScriptTests", dependencies: ["OffprintKit", "OffprintPlugins", "OffprintTesting"],
      path: "Plugins/ChineseScript/Tests", swiftSettings: house),
    .testTarget(
      name: "PriceListsTests", dependencies: ["OffprintKit", "OffprintPlugins", "OffprintTesting"],
      path: "Plugins/PriceLists/Tests", swiftSettings: house),

    .target(
      name: "OffprintFuzzTargets",
      dependencies: [
        "OffprintKit", "OffprintFormats", "OffprintStages", "OffprintPipeline", "OffprintXML", "OffprintDiagnostics",
      ],
      path: "Fuzzing/Sources/FuzzTargets", swiftSettings: house),
    .testTarget(
      name: "FuzzTargetsTests", dependencies: ["OffprintFuzzTargets"], path: "Fuzzing/Tests", swiftSettings: house),

    tests(of: "OffprintModel"),
    tests(of: "OffprintJSON"),
    tests(of: "OffprintDiagnostics"),
    tests(of: "OffprintArchives", ["OffprintTesting"]),
    tests(of: "OffprintKit", ["OffprintTesting", "OffprintCLI", "OffprintFormats", "OffprintStages"]),
    tests(of: "OffprintInterchange", ["OffprintTesting", "OffprintStages", "OffprintFormats"]),
    tests(
      of: "OffprintPlugins",
      [
        "OffprintTesting", "OffprintStages", "OffprintFormats", "OffprintEngine", "OffprintPipeline",
        "OffprintInterchange",
      ]),
    tests(of: "OffprintXML"),
    tests(of: "OffprintSQLite", ["CSQLite"]),
    tests(of: "OffprintFormats", ["OffprintTesting", "CSQLite"]),
    tests(of: "OffprintTrees"),
    tests(of: "OffprintStages", ["OffprintTesting"]),
    tests(of: "OffprintLanguage", ["OffprintTesting", "OffprintStages", "OffprintCLI"]),
    tests(of: "OffprintPipeline", ["OffprintTesting"]),
    tests(of: "OffprintEngine", ["OffprintTesting"]),
    tests(of: "OffprintEvaluation", ["OffprintTesting"]),
    tests(of: "OffprintReport", ["OffprintTesting"], exclude: ["Snapshots"]),
    tests(of: "OffprintCLI", ["OffprintTesting", "OffprintStages", "OffprintFormats"], exclude: ["Snapshots"]),
    .testTarget(
      name: "AcceptanceTests",
      dependencies: [
        "OffprintTesting", "OffprintPipeline", "OffprintEvaluation", "OffprintFormats", "OffprintStages", "offprint",
      ], exclude: ["Counting/count-alto.py", "Counting/count-pages.py"], swiftSettings: house),
  ]
)
