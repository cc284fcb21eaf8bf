/// Collects the settings that a struct declares, each as it stands there, by the `encode(to:)` that the compiler makes
/// for it. It knows the types of all settings when it is built; a mirror has to look each of them up at run time.
final class SettingsCollector: Encoder {
  /// In the order of their declaration, by their names in a pipeline file.
  private(set) var settings: [(name: String, setting: any AnySetting)] = []
  private var name = ""

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The settings of a struct; what is not a `@Setting` is none.
  static func settings(of declaring: some StageSettings) -> [(name: String, setting: any AnySetting)] {
    let collector = SettingsCollector()
    try? declaring.encode(to: collector)
    return collector.settings
  }

  func take(_ setting: any AnySetting) { settings.append((name, setting)) }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(Container(collector: self))
  }
  func unkeyedContainer() -> any UnkeyedEncodingContainer { Nothing() }
  func singleValueContainer() -> any SingleValueEncodingContainer { Nothing() }

  private struct Container<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let collector: SettingsCollector
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {}

    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
      collector.name = SettingsBinder.snakeCase(key.stringValue)
      try value.encode(to: collector)
    }

    func nestedContainer<N: CodingKey>(keyedBy type: N.Type, forKey key: Key) -> KeyedEncodingContainer<N> {
      collector.container(keyedBy: type)
    }
    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { Nothing() }
    func superEncoder() -> any Encoder { collector }
    func superEncoder(forKey key: Key) -> any Encoder { collector }
  }

  /// Takes plain values, which are no settings.
  private struct Nothing: UnkeyedEncodingContainer, SingleValueEncodingContainer {
    var codingPath: [any CodingKey] { [] }
    var count: Int { 0 }

    func encodeNil() {}
    func encode<T: Encodable>(_ value: T) {}
    func nestedContainer<N: CodingKey>(keyedBy type: N.Type) -> KeyedEncodingContainer<N> {
      SettingsCollector().container(keyedBy: type)
    }
    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
    func superEncoder() -> any Encoder { SettingsCollector() }
  }
}
