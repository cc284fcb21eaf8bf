import OffprintModel

extension METSDocument {
  /// True if the paragraphs of the logical structure point at blocks by themselves, as in the BnF's `toc`: each is one
  /// printed paragraph then. In the profiles of ENMAP and docWorks a PARAGRAPH holds TEXT, which is all that stands
  /// between two headings, or a column of it.
  var pointsAtParagraphs: Bool {
    let paragraphs = divs.filter { $0.kind == "PARAGRAPH" }
    return !paragraphs.isEmpty && paragraphs.allSatisfy { $0.children.isEmpty && $0.areas.contains { $0.begin != nil } }
  }
}
