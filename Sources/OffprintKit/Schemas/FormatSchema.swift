/// What the files of a format are valid by.
public enum FormatSchema: Hashable, Sendable {
  /// XML Schemas of others, one for each namespace that files of the format have. Several are checked at once, so that
  /// what one standard carries of another is no blank.
  case xsd([Part])
  /// A RELAX NG grammar of others, by the address under which it is published.
  case relaxNG(String)
  /// A RELAX NG grammar of our own, which needs no catalog: its name, and its text.
  case own(name: String, text: String)

  /// A namespace, and the address under which its schema is published.
  public struct Part: Hashable, Sendable {
    public var namespace: String
    public var location: String

    public init(_ namespace: String, at location: String) {
      self.namespace = namespace
      self.location = location
    }
  }
}
