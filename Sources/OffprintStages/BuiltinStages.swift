import OffprintKit

/// The stages and checks that come with Offprint, registered through the same seam as a plugin's.
public enum BuiltinStages: Plugin {
  public static let name = "stages"
  public static let summary = "The stages and checks that come with Offprint"
  public static let version = offprintVersion
  public static let attachment = PluginInfo.Attachment.builtIn

  public static func register(in registry: inout Registry) {
    registry.register(NormaliseText.self)
    registry.register(DetectLanguage.self)
    registry.register(ReflowColumns.self)
    registry.register(SegmentArticles.self)
    registry.register(Dehyphenate.self)
    registry.register(LinesAccountedFor.self)
    registry.register(HeadlinesFound.self)
  }
}
