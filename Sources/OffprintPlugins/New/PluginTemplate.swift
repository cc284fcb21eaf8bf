import CPluginTemplates

/// The files of a plugin that works as it is, for `offprint new plugin`.
public struct PluginTemplate: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case swift, c, process
  }

  /// Small letters, digits and hyphens.
  public var name: String
  public var kind: Kind
  /// Where Offprint's own package is, for a plugin in Swift.
  public var package: String

  public init(name: String, kind: Kind, package: String) {
    self.name = name
    self.kind = kind
    self.package = package
  }

  /// The name of its stage.
  public var stage: String { "label-\(name)" }

  /// The files by their paths in the plugin's folder.
  public var files: [(path: String, bytes: [UInt8])] {
    switch kind {
    case .process:
      [
        ("\(name).plugin.json", Array(#"{"offprint": 1, "command": ["python3", "\#(name).py"]}"#.utf8) + [0x0A]),
        ("\(name).py", file("process.py")), ("test.py", file("process-test.py")),
        ("README.md", file("process-README.md")),
      ]
    case .c:
      [
        ("\(name).c", file("c.c")), ("json.h", file("json.h")), ("offprint_plugin.h", file("offprint_plugin.h")),
        ("Makefile", file("c-Makefile")), ("test.c", file("c-test.c")), ("README.md", file("c-README.md")),
      ]
    case .swift:
      [
        ("Package.swift", file("swift-Package.template")),
        ("Sources/\(type)/\(type).swift", file("swift-Plugin.template")),
        ("Sources/\(name)-offprint/main.swift", file("swift-main.template")),
        ("Tests/\(type)Tests/\(type)Tests.swift", file("swift-Tests.template")), ("README.md", file("swift-README.md")),
      ]
    }
  }

  /// `weather-reports` is `WeatherReports` in Swift.
  var type: String {
    name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  private func file(_ template: String) -> [UInt8] {
    var count = 0
    guard let bytes = offprint_plugin_template(template, &count) else { return [] }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
    let filled = text.replacing("__NAME__", with: name).replacing("__TYPE__", with: type)
      .replacing("__OFFPRINT__", with: package)
    return Array(filled.utf8)
  }
}
