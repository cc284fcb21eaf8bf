// swift-tools-version: 6.2
import PackageDescription

/// A package of its own, so that instrumentation for fuzzing never touches an ordinary build.
let package = Package(
  name: "offprint-fuzzing",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "offprint", path: "..")],
  targets: [
    .target(
      name: "FuzzTargets",
      dependencies: [
        .product(name: "Offprint", package: "offprint"), .product(name: "OffprintKit", package: "offprint"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "fuzz", dependencies: ["FuzzTargets"],
      swiftSettings: [.unsafeFlags(["-parse-as-library"]), .treatAllWarnings(as: .error)]),
  ]
)
