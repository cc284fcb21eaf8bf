import OffprintKit

extension PartMeaning {
  /// The settings of a part as they are, whether the file says so or leaves them at their defaults.
  init(_ settings: [SettingDescription], _ given: [String: SettingInput]) {
    self.init()
    for setting in settings {
      let texts = given[setting.name]?.texts ?? [setting.defaultValue]
      self.settings[setting.name] = texts.map(setting.type.plain).joined(separator: ", ")
      if texts.contains(where: setting.type.isPath) { paths.insert(setting.name) }
    }
  }
}

extension SettingInput {
  fileprivate var texts: [String] {
    switch self {
    case .scalar(let text, _): [text]
    case .list(let values, _): values.flatMap(\.texts)
    }
  }
}

extension SettingType {
  /// The one form of a value that may be written in several: `02` is 2, `2%` is 0.02, `yes` is true.
  fileprivate func plain(_ text: String) -> String {
    switch self {
    case .integer: Int(text).map { String($0) } ?? text
    case .number: Double(text).map { String($0) } ?? text
    case .boolean: (try? Bool.parse(.scalar(text)))?.written ?? text
    case .duration: (try? SettingDuration.parse(.scalar(text)))?.written ?? text
    case .share: (try? SettingShare.parse(.scalar(text)))?.written ?? text
    case .list(let element): element.plain(text)
    case .text, .path, .pathOr, .choice: text
    }
  }
}
