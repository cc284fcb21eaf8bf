import OffprintKit
import OffprintModel
import OffprintXML

/// What is written into a METS file, whether it is there already or new.
struct METSContent {
  let issue: Issue
  let settings: METSALTOWriter.Settings
  let units: METSUnits
  let names: METSNames
  let label: String
  private let structure: METSStructure
  private let areas: METSPageAreas?

  init(
    issue: Issue, settings: METSALTOWriter.Settings, files: [METSPointers.PageFile?], descriptions: [String: String],
    images: [Int: String], label: String?, _ identifiers: inout METSIdentifiers
  ) {
    self.issue = issue
    self.settings = settings
    // A label of the file counts only where the issue has no title: it may be anything.
    self.label = issue.publication.title == nil ? label ?? Self.label(of: issue) : Self.label(of: issue)
    units = METSUnits(
      METSPointers(issue: issue, files: files), joinsParagraphs: settings.paragraphs == .blocks)
    names = METSNames(of: issue, units, &identifiers)
    structure = METSStructure(
      issue: issue, units: units, ids: names, descriptions: descriptions, label: self.label)
    areas =
      settings.flavour == .bl
      ? METSPageAreas(
        issue: issue, units: units, ids: names, label: self.label, descriptions: descriptions, images: images,
        &identifiers) : nil
  }

  func writeDescriptions(_ xml: XMLWriter, declaresMODS: Bool) {
    let records = METSDescriptions(issue: issue, names: names, declaresMODS: declaresMODS)
    for unit in units.described { records.write(xml, article: unit.article) }
  }

  func writeMaps(_ xml: XMLWriter) {
    if let areas { areas.writeMaps(xml) } else { structure.write(xml) }
  }

  /// The groups of links, for the flavour that has them.
  func writeLinks(_ xml: XMLWriter, declares xlink: String? = nil) { areas?.writeLinks(xml, declares: xlink) }
  var hasLinks: Bool { areas != nil && !units.all.isEmpty }

  /// - Parameter role: what the program did to the file: CREATOR or EDITOR.
  func writeAgent(_ xml: XMLWriter, role: String) {
    xml.element("mets:agent", ["ROLE": role, "TYPE": "OTHER", "OTHERTYPE": "SOFTWARE"]) {
      xml.leaf("mets:name", text: "Offprint \(offprintVersion)")
      xml.leaf("mets:note", text: note.utf8)
    }
  }

  private var note: String {
    var parts = ["\(Self.count(units.described.count, "unit")) in structMap \(names.map)"]
    let shared = units.shared
    if shared.blocks > 0 {
      let how = shared.byRectangle > 0 ? "IDs of lines or by rectangles" : "IDs of lines"
      parts.append("\(Self.count(shared.blocks, "block")) of several units, parted by \(how)")
    }
    if !units.leftovers.isEmpty { parts.append("\(Self.count(units.leftovers.count, "block")) of no unit") }
    return parts.joined(separator: "; ")
  }

  private static func count(_ number: Int, _ what: String) -> String { "\(number) \(what)\(number == 1 ? "" : "s")" }

  private static func label(of issue: Issue) -> String {
    let parts = [issue.publication.title ?? issue.id, issue.number.map { "no. \($0)" }, issue.date?.iso]
    return RunningText(cleaning: parts.compactMap { $0 }.joined(separator: " ")).string
  }
}
