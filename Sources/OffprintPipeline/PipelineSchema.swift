import OffprintDiagnostics
import OffprintJSON
import OffprintKit

/// The JSON Schema (draft 2020-12) of pipeline files, made of what is registered, for editors and for checks outside.
public enum PipelineSchema {
  /// The schema as indented JSON, the same for the same registry.
  public static func generate(registry: Registry) -> String {
    SchemaText.indented(root(registry)) + "\n"
  }

  private static func root(_ registry: Registry) -> SchemaText {
    .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Offprint pipeline")),
      ("type", .string("object")),
      ("additionalProperties", .raw("false")),
      ("required", .array([.string("offprint")])),
      (
        "properties",
        .object([
          ("offprint", .object([("description", .string("The version of this format.")), ("const", .raw("1"))])),
          ("name", text("The pipeline's name.")),
          ("about", text("What it is for, in a sentence.")),
          ("extends", text("A pipeline file to start from, relative to this one.")),
          ("vars", variables),
          ("publication", publication),
          ("read", reader(registry)),
          ("run", run),
          ("stages", .object([("type", .string("array")), ("items", stage(registry))])),
          ("checks", .object([("type", .string("array")), ("items", check(registry))])),
          ("write", .object([("type", .string("object")), ("additionalProperties", writer(registry))])),
          ("tests", .object([("type", .string("array")), ("items", test)])),
        ])
      ),
    ])
  }

  // MARK: Parts

  private static let variables: SchemaText = .object([
    ("description", .string("Values given with --var NAME=VALUE, and used as ${NAME}.")),
    ("type", .string("object")),
    (
      "additionalProperties",
      .object([
        ("type", .array(["object", "string", "number", "boolean"].map(SchemaText.string))),
        (
          "properties",
          .object([
            ("type", .object([("enum", .array(VariableType.allCases.map { .string($0.rawValue) }))])),
            ("default", scalar("The value if none is given.")),
            ("help", text("What the value is, for operators.")),
            ("env", text("An environment variable that gives the value.")),
          ])
        ),
        ("additionalProperties", .raw("false")),
      ])
    ),
  ])

  private static let publication: SchemaText = {
    var keys: [(String, SchemaText)] = []
    for section in PublicationForm.sections {
      let own = section.settings.map { ($0.name, setting($0)) }
      guard section.short != nil else {
        keys += own
        continue
      }
      keys.append(
        (
          section.name,
          .object([
            ("description", .string(section.help)),
            ("type", .array(["object", "string"].map(SchemaText.string))),
            ("properties", .object(own)), ("additionalProperties", .raw("false")),
          ])
        ))
    }
    return closed(keys)
  }()

  private static let run: SchemaText = closed([
    ("on_error", onError),
    ("stop_after", text("A share such as 2%, or a number such as 50 issues.")),
    ("time_limit", text("For one document, such as 120s.")),
    ("retry", scalar("How often what may pass, such as a drive that does not answer, is tried again: 0 to 10.")),
    ("folder", text("Where the journal, run.json and quarantine/ are put.")),
    ("schemas", text("A folder of schemas with a catalog.xml, or an XML catalog; else OFFPRINT_SCHEMAS names it.")),
  ])

  private static let onError = choice(
    RunPolicy.OnError.allCases.map(\.rawValue), "What becomes of a document that fails, and of the run.")

  private static let test: SchemaText = closed([
    ("name", text("What must hold.")),
    ("stages", .object([("type", .string("array")), ("items", text("The id of a stage."))])),
    ("text", text("A text page to work on.")),
    ("input", text("A file or folder to read, relative to this file.")),
    ("language", text("BCP 47.")),
    (
      "expect",
      closed([
        ("text", text("The running text.")),
        ("articles", text("Components as 'role: text', an empty line between articles.")),
        ("headlines", .object([("type", .array([.string("array"), .string("string")]))])),
        ("languages", .object([("type", .array([.string("array"), .string("string")]))])),
        ("labels", text("Labels as 'kind=value', one a line, an empty line between articles.")),
      ])
    ),
  ])

  private static func reader(_ registry: Registry) -> SchemaText {
    part(
      "format", registry.readers.mapValues { ($0.spec.summary, $0.settings) },
      [
        ("from", text("A file, a folder or a pattern with *, ** and ?.")),
        ("unit", choice(["issue"], "The unit of work.")),
        (
          "checksums",
          choice(
            ChecksumPolicy.allCases.map(\.rawValue),
            "What becomes of a document with a file that is not the one its BagIt bag vouches for.")
        ),
      ])
  }

  private static func stage(_ registry: Registry) -> SchemaText {
    let names = registry.stages.keys.sorted().map(SchemaText.string)
    let keys: [(String, SchemaText)] = [
      ("id", text("The stage's id in this pipeline.")),
      ("when", text("A condition over fields of the issue, page or article.")),
      ("on_error", onError),
      (
        "isolate",
        choice(
          StageBinding.Isolation.allCases.map(\.rawValue),
          "Run the stage in a process of its own, so that a crash or hang costs one document.")
      ),
      ("before", text("With extends: the id before which it is put.")),
      ("after", text("With extends: the id after which it is put.")),
      ("remove", text("With extends: the id of the stage that goes.")),
    ]
    let full = part("stage", registry.stages.mapValues { ($0.spec.summary, $0.settings) }, keys, isNameNeeded: false)
    return .object([
      ("if", .object([("type", .string("string"))])), ("then", .object([("enum", .array(names))])), ("else", full),
    ])
  }

  private static func check(_ registry: Registry) -> SchemaText {
    let names = registry.checks.keys.sorted().map(SchemaText.string)
    let full = part(
      "check", registry.checks.mapValues { ($0.spec.summary, $0.settings) },
      [
        ("id", text("The check's id in this pipeline.")),
        ("limit", scalar("A number and its unit, such as 0 lost or at least 0.90.")),
        ("else", choice(CheckStep.Consequence.allCases.map(\.rawValue), "What becomes of a document that fails it.")),
      ])
    return .object([
      ("if", .object([("type", .string("string"))])), ("then", .object([("enum", .array(names))])), ("else", full),
    ])
  }

  private static func writer(_ registry: Registry) -> SchemaText {
    part(
      "format", registry.writers.mapValues { ($0.spec.summary, $0.settings) },
      [
        ("to", text("A path; ${issue.…} and ${article.…} name fields.")),
        ("versions", text("The folder of the delivery that was last handed on; items that changed are new versions.")),
        ("schema", text("check: files must be valid by the schema of their standard. Or a schema file, or off.")),
      ])
  }

  /// A set of keys with the name of a part under `key`, and `with` as that part's settings have it.
  private static func part(
    _ key: String, _ parts: [String: (summary: String, settings: [SettingDescription])],
    _ keys: [(String, SchemaText)], isNameNeeded: Bool = true
  ) -> SchemaText {
    let names = parts.keys.sorted()
    let conditions = names.map { name -> SchemaText in
      let settings = parts[name]?.settings ?? []
      let with = closed(settings.map { ($0.name, setting($0)) })
      return .object([
        (
          "if",
          .object([
            ("properties", .object([(key, .object([("const", .string(name))]))])),
            ("required", .array([.string(key)])),
          ])
        ),
        ("then", .object([("properties", .object([("with", with)]))])),
      ])
    }
    let summaries = names.map { "\($0): \(parts[$0]?.summary ?? "")" }.joined(separator: "\n")
    var object: [(String, SchemaText)] = [("type", .string("object"))]
    if isNameNeeded { object.append(("required", .array([.string(key)]))) }
    object.append(
      (
        "properties",
        .object([(key, choice(names, summaries))] + keys + [("with", .object([("type", .string("object"))]))])
      ))
    object.append(("additionalProperties", .raw("false")))
    object.append(("allOf", .array(conditions)))
    return .object(object)
  }

  private static func setting(_ setting: SettingDescription) -> SchemaText {
    var members: [(String, SchemaText)] = [("description", .string(setting.help))]
    if !setting.defaultValue.isEmpty { members.append(("default", .string(setting.defaultValue))) }
    return .object(members + type(setting.type))
  }

  /// Scalars may also be texts, since `${name}` may stand for them.
  private static func type(_ type: SettingType) -> [(String, SchemaText)] {
    switch type {
    case .integer(let min, let max):
      var members: [(String, SchemaText)] = [("type", .array([.string("integer"), .string("string")]))]
      if let min { members.append(("minimum", .raw(String(min)))) }
      if let max { members.append(("maximum", .raw(String(max)))) }
      return members
    case .number(let min, let max):
      var members: [(String, SchemaText)] = [("type", .array([.string("number"), .string("string")]))]
      if let min { members.append(("minimum", .raw(String(min)))) }
      if let max { members.append(("maximum", .raw(String(max)))) }
      return members
    case .boolean: return [("type", .array([.string("boolean"), .string("string")]))]
    case .choice(let names): return [("enum", .array(names.map(SchemaText.string)))]
    case .list: return [("type", .array(["array", "string", "number", "boolean"].map(SchemaText.string)))]
    case .text, .path, .pathOr, .duration, .share:
      return [("type", .array(["string", "number", "boolean"].map(SchemaText.string)))]
    }
  }

  private static func text(_ help: String) -> SchemaText {
    .object([("description", .string(help)), ("type", .string("string"))])
  }

  private static func scalar(_ help: String) -> SchemaText {
    .object([
      ("description", .string(help)), ("type", .array(["string", "number", "boolean"].map(SchemaText.string))),
    ])
  }

  private static func choice(_ names: [String], _ help: String) -> SchemaText {
    .object([("description", .string(help)), ("enum", .array(names.map(SchemaText.string)))])
  }

  private static func closed(_ properties: [(String, SchemaText)]) -> SchemaText {
    .object([
      ("type", .string("object")), ("properties", .object(properties)), ("additionalProperties", .raw("false")),
    ])
  }
}

/// JSON to be, with the order of its keys.
indirect enum SchemaText {
  case string(String)
  case raw(String)
  case array([SchemaText])
  case object([(String, SchemaText)])

  static func indented(_ value: SchemaText, _ margin: String = "") -> String {
    let inner = margin + "  "
    switch value {
    case .string(let text): return JSONText.string(text)
    case .raw(let text): return text
    case .array(let values):
      let parts = values.map { indented($0, inner) }
      let line = "[" + parts.joined(separator: ", ") + "]"
      if line.count <= 90, !line.contains("\n") { return line }
      return "[\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n\(margin)]"
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let parts = members.map { "\(inner)\(JSONText.string($0.0)): \(indented($0.1, inner))" }
      return "{\n" + parts.joined(separator: ",\n") + "\n\(margin)}"
    }
  }
}
