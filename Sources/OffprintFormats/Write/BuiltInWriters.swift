import OffprintKit

/// The writers that come with Offprint.
public enum BuiltInWriters {
  public static func register(in registry: inout Registry) {
    registry.register(NewsMLG2Writer.self)
    registry.register(ArticleXMLWriter.self)
    registry.register(JSONLinesWriter.self)
    registry.register(TextWriter.self)
  }
}
