import OffprintKit

extension DIDLALTOReader {
  /// What a DIDL file and the texts of its articles say, and what becomes of it.
  static let fields: [ReaderSpec.Field] = [
    .init("name of the DIDL file", "id of the issue; the folder's name has its date, if the DIDL file has none"),
    .init("Statement of type role", "what a Component is, else the end of its identifier"),
    .init("Component alto: Resource", "page, found by @filename or @ref; see 'alto' for what becomes of it"),
    .init("page file missing or broken", "with 'broken_pages: leave-out' the flag page-left-out; else an error"),
    .init("nativePageNumber", "the page's label in place of ALTO's"),
    .init("Item with blocks of a zoning", "article"),
    .init("Item/@identifier", "id of the article at the publisher, by its end"),
    .init("subject artikel, or another word", "article of type article"),
    .init("subject advertentie", "article of type advertisement; its text has the role advertisement-text"),
    .init("subject familiebericht", "article of type notice"),
    .init("subject illustratie …", "article of type illustration; its text has the role caption"),
    .init("subject tabel", "article of type table; its text has the role table"),
    .init("title of an article", "title of the article; its first block is the headline if it says just that"),
    .init("article-part/@order, @pageid", "order of the blocks, and their page if @alto names none"),
    .init("blocks/@alto", "the page file that the blocks are in"),
    .init("blocks//@ID", "lines of the article: those of a block, ComposedBlock, line or word of ALTO"),
    .init("Component ocr: Resource", "text of the article: its letters tell the components; else blocks are these"),
    .init("text/title", "role headline, for the lines with its letters"),
    .init("text/p", "one component, of the lines with its letters"),
    .init("title of the issue", "title of the newspaper"),
    .init("date", "date of the issue: 1858-12-07, 07.12.1858, 07/12/1858"),
    .init("language", "language of the issue; several are none"),
    .init("identifier of type PPN", "identifier of the newspaper"),
    .init("publisher", "publisher of the newspaper"),
    .init("spatial of type creation", "place of the newspaper"),
    .init("volume, issuenumber, edition", "volume, number and edition of the issue"),
    .init("control characters, stray bytes", "in page files spaces, U+FFFD; the page is flagged"),
  ]
}
