import OffprintKit

/// The rules that names, summaries and settings of stages, readers and writers have in common.
enum SpecCheck {
  static func failures(name: String, summary: String) -> [Failure] {
    var found: [Failure] = []
    if !isKebabCase(name) { found.append(Failure("a name is in kebab-case", "'\(name)'")) }
    if summary.isEmpty || summary.hasSuffix(".") || summary.contains("\n") {
      found.append(Failure("a summary is one sentence without a full stop", "'\(summary)'"))
    }
    return found
  }

  /// - Parameter make: makes the part with settings, as a pipeline would.
  static func failures(
    settings: [SettingDescription], make: ([String: SettingInput]) throws -> Void
  ) -> [Failure] {
    var found: [Failure] = []
    for setting in settings {
      if !isSnakeCase(setting.name) { found.append(Failure("a setting's name is in snake_case", "'\(setting.name)'")) }
      if setting.help.isEmpty { found.append(Failure("a setting has a help text", "'\(setting.name)'")) }
      guard !setting.defaultValue.isEmpty else { continue }
      do {
        try make([setting.name: input(setting)])
      } catch {
        let detail = "\(setting.name): \(setting.defaultValue), \(words(for: error))"
        found.append(Failure("a setting can be given its own default as written", detail))
      }
    }
    do {
      try make([:])
    } catch {
      found.append(Failure("defaults make a working part", words(for: error)))
    }
    if (try? make(["no_such_setting": .scalar("1")])) != nil {
      found.append(Failure("an unknown setting is refused", "'no_such_setting' was taken"))
    }
    return found
  }

  /// What a part that threw does wrong: it hangs, or breaks a rule of its kind.
  static func failure(_ rule: String, _ place: String, threw error: any Error) -> Failure {
    let hangs = Diagnostics.messages(of: error).contains { $0.code == .pluginSilent }
    return Failure(hangs ? Failure.answersInTime : rule, "\(place): \(words(for: error))")
  }

  /// What an error says, for the text of a failure.
  static func words(for error: any Error) -> String {
    if let faults = error as? SettingFaults {
      return faults.all.map { "'\($0.setting)' \($0.fault.rule)" }.joined(separator: "; ")
    }
    return Diagnostics.messages(of: error).map { "\($0.code.id) \($0.summary)" }.joined(separator: "; ")
  }

  /// The default as a pipeline file would have it: lists in brackets are lists there.
  private static func input(_ setting: SettingDescription) -> SettingInput {
    guard case .list = setting.type else { return .scalar(setting.defaultValue) }
    let inner = setting.defaultValue.dropFirst().dropLast()
    return .list(inner.isEmpty ? [] : inner.split(separator: ", ").map { .scalar(String($0)) })
  }

  static func isKebabCase(_ name: String) -> Bool { isWords(name, separator: UInt8(ascii: "-")) }
  static func isSnakeCase(_ name: String) -> Bool { isWords(name, separator: UInt8(ascii: "_")) }

  private static func isWords(_ name: String, separator: UInt8) -> Bool {
    let parts = name.utf8.split(separator: separator, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    } && name.utf8.first.map { (0x61...0x7A).contains($0) } == true
  }
}
