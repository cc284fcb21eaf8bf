/// Feeds ready `Setting` values to the `init(from:)` that the compiler makes for a settings struct, so that each
/// setting keeps the help and the bounds of its declaration (the way swift-argument-parser fills its commands).
struct SettingsDecoder: Decoder {
  let settings: [String: any AnySetting]
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(Container(settings: settings))
  }
  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw refused }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw refused }

  private var refused: DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "a settings struct has only @Setting properties"))
  }

  private struct Container<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let settings: [String: any AnySetting]
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { settings.keys.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { settings[SettingsBinder.snakeCase(key.stringValue)] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { false }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
      guard let value = settings[SettingsBinder.snakeCase(key.stringValue)] as? T else { throw missing(key) }
      return value
    }

    func nestedContainer<N: CodingKey>(keyedBy: N.Type, forKey key: Key) throws -> KeyedDecodingContainer<N> {
      throw missing(key)
    }
    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw missing(key) }
    func superDecoder() throws -> any Decoder {
      throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: ""))
    }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw missing(key) }

    private func missing(_ key: Key) -> DecodingError {
      .keyNotFound(key, .init(codingPath: [], debugDescription: "'\(key.stringValue)' is not a @Setting"))
    }
  }
}
