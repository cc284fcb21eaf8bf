import OffprintKit

extension SQLiteWriter {
  /// What stands where in the tables, for the manual.
  static let fields: [WriterSpec.Field] = [
    .init("issue.id", "the issue's id in all outputs"),
    .init(
      "issue.title, title_id, issn", "the newspaper's, the library's own id: source (METS: MODS) or 'publication:'"),
    .init("issue.place", "where the newspaper appeared: source or 'publication:'"),
    .init("issue.date", "the printed date, as precise as known"),
    .init("issue.volume, number", "those that the source names (METS: MODS)"),
    .init("issue.edition", "the edition: source or 'publication:'"),
    .init("issue.language", "the issue's language, BCP 47: source, 'detect-language' or 'publication:'"),
    .init("issue.provider", "the provider of 'publication:'"),
    .init("issue.licence", "the licence of 'publication:', else its rights statement"),
    .init("issue.source", "the file that the issue was read from: its METS, or its first page"),
    .init("page.issue, sequence", "the issue's id; the page's place in it, from 1"),
    .init("page.number", "the page's printed number, from the source; else its place in the issue"),
    .init("page.file, image", "the file that the page was read from; the image as the source names it"),
    .init("page.width, height", "the page's size, pixels; cells of a text page"),
    .init("article.number", "counts the articles of the file from 1"),
    .init("article.id, issue", "the article's id in all outputs; that of its issue"),
    .init("article.type", "the article's type: the publisher's, or found by 'segment-articles'"),
    .init("article.headline", "the main headline, mended"),
    .init("article.byline", "the first byline, mended"),
    .init("article.section", "the section that the source names"),
    .init("article.language", "the article's language, BCP 47: source, 'detect-language' or 'publication:'"),
    .init("article.found_by", "offprint, or publisher where the source marked it"),
    .init("article.first_page", "the place in the issue of the page that it begins on"),
    .init("article.words, lines", "words of the running text; lines of the pages"),
    .init("article.confidence", "mean of the OCR engine's own figures, 0 to 1"),
    .init("article.text", "all its components as running text, mended"),
    .init("region.article, page", "the article's number; the place of the page in its issue"),
    .init("region.x, y, width, height", "the box around its lines in one column, pixels; cells of a text page"),
    .init("article_text.rowid", "the article's number"),
    .init("article_text.headline, byline, text", "those of article, to be searched; setting 'search'"),
    .init("catalogue.key, value", "version of the tables, Offprint and its version, setting 'search'"),
  ]
}
