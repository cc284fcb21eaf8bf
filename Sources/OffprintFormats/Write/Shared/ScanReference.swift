import OffprintModel

/// The image of a page, as outputs refer to it.
enum ScanReference {
  /// The source's name of the image as a URI reference: `\` is `/`, and what no URI may hold is percent-encoded
  /// (RFC 3986, section 2).
  static func uri(_ image: String) -> String {
    var out: [UInt8] = []
    for byte in image.utf8 {
      switch byte {
      case UInt8(ascii: "\\"): out.append(UInt8(ascii: "/"))
      case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "^"),
        UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "#"):
        let digits = Array("0123456789ABCDEF".utf8)
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// A path of a file as a URI reference: unlike a source's own reference, which may be one already, it means each of
  /// its signs as it stands.
  static func reference(toFile path: String) -> String {
    uri(path.replacing("%", with: "%25").replacing("?", with: "%3F").replacing("\\", with: "%5C"))
  }

  /// The media type that the name's ending stands for.
  static func mediaType(_ image: String) -> String {
    let ending = image.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return switch ending {
    case "tif", "tiff": "image/tiff"
    case "jp2", "j2k", "jpx": "image/jp2"
    case "jpg", "jpeg": "image/jpeg"
    case "png": "image/png"
    case "pdf": "application/pdf"
    default: "application/octet-stream"
    }
  }

  /// The illustration that a caption belongs to: the nearest above or below it that shares its width, no further
  /// away than four times the caption's own height.
  static func illustration(of caption: Component, in issue: Issue) -> (page: Page, block: Block)? {
    guard let first = caption.lines.first, issue.pages[first.page].unit != .character else { return nil }
    let page = issue.pages[first.page]
    let box = caption.lines.filter { $0.page == first.page }.reduce(Box.unknown) { $0.union(issue[line: $1].box) }
    guard box.isKnown else { return nil }
    var best: (distance: Int, block: Block)?
    for block in page.blocks where block.kind == .illustration && block.box.isKnown && block.box.overlapX(box) > 0 {
      let distance = max(0, max(box.top - block.box.bottom, block.box.top - box.bottom))
      guard distance <= 4 * box.height, distance < best?.distance ?? .max else { continue }
      best = (distance, block)
    }
    return best.map { (page, $0.block) }
  }
}
