import OffprintKit

/// The readers and writers that come with Offprint, registered through the same seam as a plugin's.
public enum BuiltinFormats: Plugin {
  public static let name = "formats"
  public static let summary = "The readers and writers that come with Offprint"
  public static let version = offprintVersion
  public static let attachment = PluginInfo.Attachment.builtIn

  public static func register(in registry: inout Registry) {
    registry.register(TextPagesReader.self)
    registry.register(ALTOReader.self)
    registry.register(METSALTOReader.self)
    registry.register(DIDLALTOReader.self)
    registry.register(PAGEXMLReader.self)
    registry.register(HOCRReader.self)
    registry.register(ABBYYXMLReader.self)
    registry.register(TesseractTSVReader.self)
    registry.register(TEIReader.self)
    registry.register(PDFReader.self)
    registry.register(OliveXMDReader.self)
    registry.register(TaggedTextReader.self)
    registry.register(NewsMLG2Reader.self)
    registry.register(NewsMLG2Writer.self)
    registry.register(ArticleXMLWriter.self)
    registry.register(JSONLinesWriter.self)
    registry.register(NITFWriter.self)
    registry.register(TextWriter.self)
    registry.register(MarkdownWriter.self)
    registry.register(CSVWriter.self)
    registry.register(SQLiteWriter.self)
    registry.register(TEIWriter.self)
    registry.register(ALTOWriter.self)
    registry.register(METSALTOWriter.self)
    registry.register(PAGEXMLWriter.self)
    registry.register(HOCRWriter.self)
    registry.register(JSONLDWriter.self)
    registry.register(IIIFWriter.self)
    registry.register(OfficialSchemas())
  }
}
