import OffprintKit

extension NITFWriter {
  /// What stands where in a file, for the manual.
  static let fields: [WriterSpec.Field] = [
    .init("nitf/@xmlns", "IPTC's namespace, or none: setting 'form'"),
    .init("nitf/@version, @change.date, @change.time", "those of NITF 3.6, fixed"),
    .init("nitf/@baselang", "the article's language, BCP 47: source, 'detect-language' or 'publication:'"),
    .init("head/title", "the main headline; else the beginning of the text with …; else the article's id"),
    .init("doc-id/@regsrc", "the domain of the authority: setting 'authority', else 'publication:', else example.org"),
    .init("doc-id/@id-string", "tag:AUTHORITY:ISSUE/ARTICLE"),
    .init("date.issue/@norm", "the printed date, as precise as known"),
    .init("du-key/@key", "the article's id in all outputs"),
    .init("du-key/@generation, @version", "1, fixed"),
    .init("doc.rights/@owner", "setting 'rights'; else the notice of 'publication:'"),
    .init("doc.rights/@limitations", "setting 'usage_terms'; else terms, licence or statement of 'publication:'"),
    .init("doc.rights/@agent", "the provider of 'publication:', where there is an owner or a limitation"),
    .init("key-list/keyword/@key", "labels of the kind subject"),
    .init("pubdata", "one for each page that the article stands on; @type is print"),
    .init("pubdata/@name, @issn", "title and ISSN of the newspaper: the source (METS: MODS) or 'publication:'"),
    .init("pubdata/@date.publication", "the printed date, as precise as known"),
    .init("pubdata/@volume, @number", "volume and number that the source names (METS: MODS)"),
    .init("pubdata/@edition.name", "the edition: source or 'publication:'"),
    .init("pubdata/@position.section", "the section that the source names"),
    .init("pubdata/@position.sequence", "the page's printed number, from the source; else its place in the issue"),
    .init("hedline/hl1", "the main headline, mended; without one the first overline or subheadline"),
    .init("hedline/hl1/@class", "the role, if it is no headline"),
    .init("hedline/hl2, @class", "overlines, subheadlines, further headlines; their role"),
    .init("body.head/byline", "role byline, mended"),
    .init("body.head/dateline", "role dateline, mended"),
    .init("block/hl2", "role crosshead"),
    .init("block/p", "role paragraph, mended"),
    .init("block/p/@lede", "the first paragraph or text of an advertisement"),
    .init("block/p/@class", "all other texts: their role, such as advertisement-text; captions without a picture"),
    .init(
      "table/tr/td, th",
      "role table: the rows and cells of the source, with their spans; else a row for each printed row"),
    .init("media", "a caption and the picture nearest to it; @media-type is image"),
    .init("media-reference/@source, @mime-type", "the page's image as the source names it; its type by its ending"),
    .init("media-reference/@name", "the source's id of the picture's block"),
    .init("media-reference/@height, @width", "the size of the picture's block; @units is pixels"),
    .init("media-caption", "role caption, mended"),
  ]
}
