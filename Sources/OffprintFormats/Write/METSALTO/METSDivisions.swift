import OffprintModel
import OffprintXML

/// What the METS file of a delivery has already, and the added structure refers to.
struct METSDivisions {
  private let document: METSDocument

  init(of delivery: Delivery) throws {
    document = try METSDiscovery.parse(delivery.path, delivery.bytes)
  }

  var label: String? { document.label }

  /// DMDIDs of the newspaper, the volume and the issue, as the file's own divisions have them.
  var descriptions: [String: String] {
    var found: [String: String] = [:]
    for div in document.divs {
      let known = div.descriptions.filter { document.descriptions[$0] != nil }
      guard !known.isEmpty else { continue }
      let kind = ["PHYSSEQUENCE": "ISSUE"][div.kind] ?? div.kind
      guard ["NEWSPAPER", "VOLUME", "ISSUE"].contains(kind), found[kind] == nil else { continue }
      found[kind] = known.joined(separator: " ")
    }
    return found
  }

  /// For each page the ID of the scan that stands beside its ALTO file in the physical structure.
  func images(besides ids: [String?]) -> [Int: String] {
    let hrefs = Dictionary(document.files.map { ($0.id, $0.href) }, uniquingKeysWith: { first, _ in first })
    var found: [Int: String] = [:]
    for (page, id) in ids.enumerated() {
      guard let id, let div = document.divs.first(where: { $0.areas.contains { $0.fileID == id && $0.end == nil } })
      else { continue }
      found[page] = div.areas.map(\.fileID).first { other in
        hrefs[other].map { ScanReference.mediaType($0).hasPrefix("image/") } ?? false
      }
    }
    return found
  }
}
