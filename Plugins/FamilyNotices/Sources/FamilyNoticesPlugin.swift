import OffprintKit

/// Finds births, marriages, deaths and thanks among the articles of an issue.
public enum FamilyNoticesPlugin: Plugin {
  public static let name = "family-notices"
  public static let summary = "Labels births, marriages, deaths, anniversaries and thanks"
  public static let version = "1.0.0"

  public static func register(in registry: inout Registry) {
    registry.register(LabelFamilyNotices.self)
  }
}
