import OffprintKit

extension ArticleXMLWriter {
  /// What stands where in a file, for the manual.
  static let fields: [WriterSpec.Field] = [
    .init("article/@schema", "the version of the grammar: 1"),
    .init("article/@id", "the article's id in all outputs"),
    .init("article/@type", "the article's type: the publisher's, or found by 'segment-articles'"),
    .init("article/@origin, @publisher-id", "found, or publisher with the publisher's own id"),
    .init("article/@section", "the section that the source names"),
    .init("article/@xml:lang", "the article's language, BCP 47: source, 'detect-language' or 'publication:'"),
    .init("article/@created", "setting 'created'; else the source's own date, else the printed one, else 1970-01-01"),
    .init("issue/@id", "the issue's id in all outputs"),
    .init("issue/@title, @issn, @identifier", "those of the newspaper: the source (METS: MODS) or 'publication:'"),
    .init("issue/@publisher, @place", "those of the newspaper: source or 'publication:'"),
    .init("issue/@date", "the printed date, as precise as known"),
    .init("issue/@volume, @number", "those that the source names (METS: MODS)"),
    .init("issue/@edition", "the edition: source or 'publication:'"),
    .init("issued/@provider, @provider-uri", "the provider of 'publication:'"),
    .init("issued/@rights, @terms, @statement", "notice, terms and rights statement of 'publication:'"),
    .init("issued/@licence", "the licence of 'publication:'"),
    .init("source", "the files that its pages were read from"),
    .init("tool/@name, @version", "Offprint and its version"),
    .init("tool/@ocr", "the OCR program as the source names it"),
    .init("headline", "the main headline, mended"),
    .init("label/@kind, @value, @source, @confidence", "what a labelling stage said, its name, how sure it is"),
    .init("flag/@code, @scope, @count", "flags of readers, stages and the writer that touch the article"),
    .init("ocr/@confidence, @coverage", "mean of the OCR engine's own figures, 0 to 1; share of words that have one"),
    .init("component/@role", "what a part of the article is: the publisher's word, or that of 'segment-articles'"),
    .init("component/@confidence", "the stage's own, 0 to 1"),
    .init("component/text", "its lines as running text, mended"),
    .init("line", "the line as printed, or as 'normalise-text' left it"),
    .init("line/@name", "the line's name in all outputs"),
    .init("line/@page", "the place of its page in the issue, from 1"),
    .init("line/@x, @y, @width, @height", "its box, pixels; cells of a text page"),
    .init("line/@join, @join-confidence", "how it meets the next line of its component, from 'dehyphenate'"),
    .init("line/@word", "the whole word, where it is not just the halves"),
  ]
}
