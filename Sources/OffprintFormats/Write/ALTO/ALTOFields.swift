import OffprintKit

extension ALTOWriter {
  /// What stands where in a file, for the manual.
  static let fields: [WriterSpec.Field] = [
    .init("alto/@SCHEMAVERSION, @xsi:schemaLocation", "those of ALTO 4.4, fixed"),
    .init("Description/MeasurementUnit", "pixel, fixed; figures of the source in other units are converted"),
    .init("sourceImageInformation/fileName", "the page's image as the source names it"),
    .init("Processing[contentGeneration]", "the OCR program and the source's own date"),
    .init("Processing[contentModification]", "Offprint and its version; the provider of 'publication:' as its agency"),
    .init("Styles/TextStyle", "font, size, bold, italic of blocks, lines and words, as the source has them"),
    .init("LayoutTag/@LABEL", "what the source calls blocks"),
    .init("StructureTag/@TYPE, @LABEL", "the articles' types; their ids in all outputs"),
    .init("ReadingOrder/OrderedGroup", "a group for each article on the page; without articles the page's order"),
    .init("OrderedGroup/@TAGREFS", "the StructureTag of the article"),
    .init("ElementRef/@REF", "a block whose lines all follow each other, or a line"),
    .init("Page/@PHYSICAL_IMG_NR", "the page's place in the issue, from 1"),
    .init("Page/@PRINTED_IMG_NR", "the page's printed number, from the source"),
    .init("Page/@WIDTH, @HEIGHT", "the page's size, pixels"),
    .init("Page/@LANG", "the page's language, else the issue's: source, 'detect-language' or 'publication:'"),
    .init("TopMargin, …, PrintSpace", "where the source has the block; the box around all blocks in it"),
    .init("ComposedBlock/@TYPE", "around the blocks of each table: the source's word if it says table, else Table"),
    .init("TextBlock, Illustration, GraphicalElement", "blocks, by their kind"),
    .init("@ID of blocks and lines", "those of the source where XML takes them; else made anew"),
    .init("@HPOS, @VPOS, @WIDTH, @HEIGHT", "boxes of blocks, lines and words, pixels; none where no place is known"),
    .init("@STYLEREFS", "the TextStyle, if it is other than that of what is around"),
    .init("TextBlock/@TAGREFS", "the LayoutTag of what the source calls it"),
    .init("TextBlock/@LANG", "the block's own language: source or 'detect-language'"),
    .init("String/@CONTENT", "the word as the source has it, or as 'normalise-text' left it; without a mark in HYP"),
    .init("String/@SUBS_TYPE", "HypPart1, HypPart2 where 'dehyphenate' found a word broken"),
    .init("String/@SUBS_CONTENT", "the whole word, from 'dehyphenate'"),
    .init("String/@WC", "the OCR engine's own figure, 0 to 1"),
    .init("SP", "a space between words, its place where those of the words are known"),
    .init("HYP/@CONTENT", "the mark of a broken word, or one that the source set as such"),
  ]
}
