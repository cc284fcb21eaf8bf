import OffprintModel
import OffprintXML

/// What the file Pg….xml says of a page: its size, what its blocks are, and which entities it has.
struct OlivePageFile: XMLHandler {
  static let vocabulary = OliveName.vocabulary

  private(set) var description = OliveDescription()
  private(set) var label: String?
  /// The page in the delivery's PDF.
  private(set) var image: String?
  /// What each primitive is, by its id.
  private(set) var elements: [String: String] = [:]
  private(set) var entities: [OliveReference] = []
  private var width: Double?
  private var height: Double?
  private var imagesResolution: Double?
  private var resolution: Double?
  private var isDefault = false
  private var collected: [UInt8] = []
  private let path: String

  init(path: String) { self.path = path }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    switch OliveName.named(element) {
    case .meta:
      description.take(attributes)
      label = label ?? attributes.olive(.pageLabel)
      image = image ?? attributes.olive(.pagePDF).map { $0.hasPrefix("/") ? String($0.dropFirst()) : $0 }
      width = width ?? attributes.bytes(.pageWidth)?.double
      height = height ?? attributes.bytes(.pageHeight)?.double
      imagesResolution = imagesResolution ?? attributes.bytes(.imagesResolution)?.double
    case .resolution:
      isDefault = attributes.bytes(.isDefault)?.equals("true") == true
      collected.removeAll(keepingCapacity: true)
    case .entity:
      if let id = attributes.olive(.ID) {
        entities.append(OliveReference(page: nil, name: id, file: path, line: attributes.line))
      }
    case .primitive:
      if let id = attributes.olive(.ID) { elements[id] = attributes.olive(.elementType) }
    default: break
    }
  }

  mutating func end(_ element: Int) {
    guard OliveName.named(element) == .resolution, isDefault else { return }
    resolution = resolution ?? collected.withUnsafeBufferPointer { XMLBytes($0).double }
    isDefault = false
  }

  mutating func text(_ text: XMLBytes) {
    if isDefault { collected.append(contentsOf: text.bytes) }
  }

  /// The page in the pixels that the places of words are given in: those of its images. Its own size is given in the
  /// default resolution. Unknown unless all of it is there.
  var size: Box {
    guard let width, let height, let imagesResolution, let resolution, width > 0, height > 0, imagesResolution > 0,
      resolution > 0
    else { return .unknown }
    let scale = imagesResolution / resolution
    guard width * scale < 1e6, height * scale < 1e6 else { return .unknown }
    return Box(left: 0, top: 0, right: Int((width * scale).rounded()), bottom: Int((height * scale).rounded()))
  }
}
