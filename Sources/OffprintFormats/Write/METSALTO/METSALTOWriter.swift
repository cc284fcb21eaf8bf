import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Writes the articles of an issue into the METS file that it came with, or into a new one.
public struct METSALTOWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("How articles point at blocks: in the tree itself, or over page areas and links as the BL has it.")
    public var flavour = METSFlavour.enmap
    @Setting("Add to the METS file of the delivery, or write a new one even where there is one.")
    public var base = METSBase.delivered
    @Setting("Which ALTO files are pointed into: those of the delivery, or those that the writer 'alto' makes.")
    public var alto = METSPageFiles.delivered
    @Setting(
      "Where the ALTO files are, seen from a new METS file: {page} is a page's name, {file} its path as delivered.")
    public var altoPath: String? = nil
    @Setting("Whether paragraphs that share a block are one PARAGRAPH, or each names its lines.")
    public var paragraphs = METSParagraphLeaves.blocks
    @Setting(
      "LASTMODDATE, an ISO 8601 date-time; else the file keeps its own, or has what the source says of itself.")
    public var created: String? = nil

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "mets-alto",
    summary: "the articles written back into the METS of a delivery, every other byte of it as it was",
    discussion: METSALTOPage.text, fileExtension: "xml", needs: [.articles], layout: .files,
    schema: .xsd([StandardSchemas.mets, StandardSchemas.mods]), sample: METSALTOPage.sample, fields: METSALTOPage.fields
  )

  public let unit = ProductUnit.issue
  private let settings: Settings

  /// - Throws: `OP403` if `created` is no date-time.
  public init(_ settings: Settings) throws {
    if let fault = OutputTime.fault(in: settings.created) { throw fault }
    self.settings = settings
  }

  public func products(for issue: Issue) throws -> [Product] {
    // The printed date, which other writers fall back on, is no date of a file.
    let created = (settings.created ?? issue.sourceCreated).flatMap(OutputTime.normalised)
    let (bytes, units) = try settings.base == .delivered ? added(to: issue, created) : new(for: issue, created)
    var product = Product(.issue, bytes)
    if units.shared.byRectangle > 0 { product.warnings = [Self.rectangles(units.shared.byRectangle, issue)] }
    return [product]
  }

  /// The delivery's METS file with the articles; a new one if there is none whose files can be pointed into.
  private func added(to issue: Issue, _ created: String?) throws -> ([UInt8], METSUnits) {
    let ids = issue.pages.map { $0.alto?.fileID }
    guard let delivery = issue.delivery, settings.alto == .delivered, ids.contains(where: { $0 != nil }) else {
      return try new(for: issue, created)
    }
    var addition = try METSAddition(to: delivery)
    let known = try METSDivisions(of: delivery)
    var identifiers = addition.identifiers
    let content = METSContent(
      issue: issue, settings: settings,
      files: zip(issue.pages, ids).map { page, id in id.map { .init(delivered: page, fileID: $0) } },
      descriptions: known.descriptions, images: known.images(besides: ids), label: known.label, &identifiers)
    let modified = settings.created.flatMap(OutputTime.normalised)
    return (try addition.bytes(with: content, modified: modified, created: created), content.units)
  }

  private func new(for issue: Issue, _ created: String?) throws -> ([UInt8], METSUnits) {
    var identifiers = METSIdentifiers()
    let issueID = identifiers.fresh("MODS_ISSUE")
    // Pages that are not in ALTO have no file to point into but the one that the writer `alto` makes.
    let isDelivered = settings.alto == .delivered && issue.pages.allSatisfy { $0.alto != nil }
    var byPath: [String: String] = [:]
    let files = issue.pages.enumerated().map { place, page in
      let path = self.path(of: page, isDelivered: isDelivered)
      let id = byPath[path] ?? "ALTO\(Self.fiveDigits(place + 1))"
      byPath[path] = id
      return (id: id, href: path)
    }
    var images: [Int: String] = [:]
    for (place, page) in issue.pages.enumerated() where page.image != nil {
      images[place] = "IMG\(Self.fiveDigits(place + 1))"
    }
    let content = METSContent(
      issue: issue, settings: settings,
      files: zip(issue.pages, files).map { page, file in
        isDelivered ? .init(delivered: page, fileID: file.id) : .init(written: page, fileID: file.id)
      }, descriptions: ["ISSUE": issueID], images: images, label: nil, &identifiers)
    let file = METSNewFile(content: content, files: files, images: images, issueID: issueID, created: created)
    return (try file.bytes(), content.units)
  }

  private func path(of page: Page, isDelivered: Bool) -> String {
    (settings.altoPath ?? (isDelivered ? "{file}" : "alto/{page}.xml"))
      .replacing("{page}", with: Issue.identifier(page.name)).replacing("{file}", with: page.file)
      .replacing("{number}", with: String(page.number))
  }

  private static func fiveDigits(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  fileprivate static func rectangles(_ count: Int, _ issue: Issue) -> Diagnostic {
    let what = count == 1 ? "1 text block without IDs of lines is" : "\(count) text blocks without IDs of lines are"
    return Diagnostic(
      .referenceBroken, "\(what) parted by rectangles, which few readers of METS know", severity: .warning,
      at: issue.delivery.map { SourcePlace(file: $0.path) },
      fix: "write ALTO with IDs by the writer 'alto' and set 'alto: written'",
      notes: [.init("kept", "all lines; the areas have SHAPE and COORDS")])
  }
}

/// The two ways in which libraries have articles in METS.
public enum METSFlavour: String, SettingChoice {
  case enmap, bl
}

public enum METSBase: String, SettingChoice {
  case delivered, new
}

public enum METSPageFiles: String, SettingChoice {
  case delivered, written
}

public enum METSParagraphLeaves: String, SettingChoice {
  case blocks, lines
}
