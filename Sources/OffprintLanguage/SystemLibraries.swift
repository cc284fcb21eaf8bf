import OffprintKit

/// What Offprint does with libraries of the system that a machine may or may not have: the words of
/// languages (hunspell), and telling languages apart (libexttextcat).
///
/// They are loaded when a pipeline first asks for them (`dlopen`), not linked. So one binary serves every machine,
/// building needs neither the libraries nor their headers, and no package trait doubles what has to be tested; a
/// pipeline that does not ask for them neither finds nor misses them. What it costs is that the compiler does not
/// check the few C functions that are called, each of which stands in one place with the header it is from. This
/// module alone knows of it: stages see the protocols of OffprintKit.
public enum SystemLibraries: Plugin {
  public static let name = "system-libraries"
  public static let summary = "Dictionaries and language detection of the system, where there are any"
  public static let version = offprintVersion
  public static let attachment = PluginInfo.Attachment.builtIn

  public static func register(in registry: inout Registry) {
    registry.register(HunspellWords())
    registry.register(TextcatLanguages())
  }
}
