import OffprintModel
import OffprintXML

/// A page of a PAGE file, read.
struct PAGEPage {
  var page: Page
  /// What is marked as an article in it.
  var articles: [PAGEArticle]
}

/// A page while it is being collected.
struct PAGEPageData {
  var regions: [PAGERegion] = []
  var order = PAGEReadingOrder()
  private var image: String?
  private var language: String?
  private var size = Box.unknown

  init() {}

  init(_ attributes: XMLAttributes) {
    image = attributes.string(.imageFilename)
    language = (attributes.value(.primaryLanguage) ?? attributes.value(.language)).flatMap {
      LanguageCode.bcp47($0.string)
    }
    if let width = attributes.value(.imageWidth)?.double, let height = attributes.value(.imageHeight)?.double,
      width > 0, height > 0
    {
      size = Box(x: 0, y: 0, width: Int(min(1e9, width)), height: Int(min(1e9, height)))
    }
  }

  /// Makes a block of each region, in the order of the file.
  func page(named name: String, _ content: PAGEContent, _ findings: inout PAGEFindings) -> PAGEPage {
    var builder = PageBuilder(name: name)
    builder.image = image
    builder.language = language
    builder.size = size
    let regions = regions.map { $0.withTextOfItsOwn(content) }
    var blocks = PAGEBlocks(regions, content)
    for region in regions.indices { blocks.add(region, to: &builder, &findings) }
    var seen: Set<String> = []
    for region in regions {
      if let id = region.id, !seen.insert(id).inserted { findings.count(.repeatedID, region.fileLine) }
    }
    var page = builder.finish()
    if !page.size.isKnown {
      let all = page.blocks.reduce(Box.unknown) { $0.union($1.box) }
      if all.isKnown { page.size = Box(left: 0, top: 0, right: all.right, bottom: all.bottom) }
    }
    page.tables = page.tables(of: blocks.tables)
    page.sourceOrder = PAGESourceOrder(regions).order(order, &findings)
    return PAGEPage(page: page, articles: PAGEArticle.articles(of: regions, page))
  }
}
