import OffprintModel

/// The image that is painted on a canvas.
struct IIIFImage {
  private let id: String
  private let format: String
  private let service: (id: String, version: IIIFImageVersion)?

  /// nil if neither an image service nor an image of the source is known.
  init?(of page: Int, _ names: IIIFNames, _ settings: IIIFWriter.Settings) {
    if let service = names.service(page) {
      id = "\(service)/full/\(settings.imageVersion == .two ? "full" : "max")/0/default.jpg"
      format = "image/jpeg"
      self.service = (service, settings.imageVersion)
    } else if let image = names.issue.pages[page].image {
      id = Self.address(of: ScanReference.uri(image), below: names.base)
      format = ScanReference.mediaType(image)
      service = nil
    } else {
      return nil
    }
  }

  /// A path of the digitiser's own machine says nothing to a viewer: only its file name is kept.
  private static func address(of path: String, below base: String) -> String {
    if path.hasPrefix("http://") || path.hasPrefix("https://") { return path }
    let isElsewhere = path.hasPrefix("/") || path.contains(":")
    return "\(base)/\(isElsewhere ? FilePath.last(path) : path)"
  }

  func write(_ record: inout JSONRecord, _ size: (width: Int, height: Int)) {
    record.member("id", id)
    record.member("type", "Image")
    if format != "application/octet-stream" { record.member("format", format) }
    record.member("height", size.height)
    record.member("width", size.width)
    guard let service else { return }
    record.array("service", [service]) { record, service in
      record.object { record in
        switch service.version {
        case .three:
          record.member("id", service.id)
          record.member("type", "ImageService3")
          record.member("profile", "level1")
        case .two:
          record.member("@id", service.id)
          record.member("@type", "ImageService2")
          record.member("profile", "http://iiif.io/api/image/2/level1.json")
        }
      }
    }
  }
}
