import OffprintKit

/// Where the schemas of libraries' formats are published. A writer whose files carry others in them, or that makes
/// files of several formats, names them all: `.xsd([StandardSchemas.mets, StandardSchemas.mods, StandardSchemas.alto])`.
enum StandardSchemas {
  static let alto = FormatSchema.Part(
    "http://www.loc.gov/standards/alto/ns-v4#", at: "http://www.loc.gov/standards/alto/v4/alto-4-4.xsd")
  static let mets = FormatSchema.Part("http://www.loc.gov/METS/", at: "http://www.loc.gov/standards/mets/mets.xsd")
  static let mods = FormatSchema.Part(
    "http://www.loc.gov/mods/v3", at: "http://www.loc.gov/standards/mods/v3/mods-3-7.xsd")
  static let page = FormatSchema.Part(
    "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15",
    at: "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15/pagecontent.xsd")
}
