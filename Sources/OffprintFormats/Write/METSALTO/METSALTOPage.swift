import OffprintKit

/// What the manual says of the writer.
enum METSALTOPage {
  static let text = """
    The METS file that an issue came with is written again with its articles in it. Not one byte of it changes but: \
    a structMap is added behind the others, a dmdSec for each article behind the others, and in metsHdr an agent with \
    its LASTMODDATE. Elements have the prefixes that the file uses, in the encoding of the file. The ALTO files stay \
    as they are; put the new METS file in the place of the old one. A file that has been added to before gets a \
    further structure, and readers take the last. Pages without a METS file get a new one, which names their ALTO \
    files and scans; pages that are not in ALTO, or `alto: written`, point at the files of the writer `alto`, which \
    then stands in the same pipeline (`alto_path`, by default alto/{page}.xml).

    The structure is that of ENMAP and docWorks. Its leaves name blocks, BEGIN and BETYPE IDREF, in a `seq` where a \
    text goes on in another block, column or page. Every text block is in exactly one unit, as long as its lines are. \
    Where a block holds lines of several units, or of a headline and its text, each names its own: BEGIN is the ID of \
    the first line, END that of the last, which METS takes for all between them. If the ALTO file has no IDs for \
    lines, BEGIN is the block and SHAPE and COORDS are the rectangle of the lines, in the unit of the ALTO file; this \
    is warned of, since few readers know it. Blocks and lines that belong to no unit (pictures without caption, empty \
    blocks, what a stage dropped) stand in a division LEFTOVER. ENMAP has no names for notices, what belongs to the \
    page, datelines, jump lines and labels of sections: NOTICE, FURNITURE, DATELINE, JUMP_LINE and SECTION_LABEL.

    With `paragraphs: blocks` paragraphs that share a block are one PARAGRAPH, as docWorks has it; with `lines` each \
    is one, by its lines. With `flavour: bl` divisions of articles have no content: a second structMap has the page \
    areas, and structLink a group for each article that leads to its areas; roles of lines are then lost.

    `offprint` reads what it wrote: the same articles with their types, headlines and lines in the same order.
    """

  static let fields: [WriterSpec.Field] = [
    .init("metsHdr/@LASTMODDATE", "setting 'created'; else as it was, or the source's own date"),
    .init("metsHdr/agent", "EDITOR (CREATOR of a new file), SOFTWARE: Offprint, its version, what was added"),
    .init("dmdSec/@ID, div/@DMDID", "OFFPRINT_MODS_ and the article's id"),
    .init("mods:titleInfo/title", "the main headline, mended"),
    .init("mods:titleInfo/subTitle", "subheadlines"),
    .init("mods:titleInfo[alternative]", "overlines and further headlines"),
    .init("mods:name (aut)", "bylines, as printed"),
    .init("mods:genre", "the article's type; labels of the kind genre"),
    .init("mods:language", "the article's language, BCP 47 (rfc5646)"),
    .init("mods:subject/topic", "all other labels"),
    .init("mods:part/extent", "printed numbers of its pages: first and last, or a list"),
    .init("mods:accessCondition", "notice, terms and licence or statement of 'publication:'"),
    .init("mods:recordInfo", "the article's id; who found it; the provider of 'publication:'"),
    .init("div Newspaper/VOLUME/ISSUE", "@DMDID as the file's own divisions have it; @LABEL title and date"),
    .init("div TITLE_SECTION, FURNITURE", "types masthead and furniture, before CONTENT or behind it"),
    .init("div CONTENT/SECTION", "section of the articles in it"),
    .init("div ARTICLE, ADVERTISEMENT, …", "the article's type; @LABEL its headline, @ORDER reading order"),
    .init("HEADING/TITLE", "role headline"),
    .init("HEADING/SUBHEADLINE, OVERLINE", "roles subheadline, overline"),
    .init("HEADING/AUTHOR, DATELINE", "roles byline, dateline"),
    .init("BODY_CONTENT/PARAGRAPH/TEXT", "roles paragraph and advertisement-text"),
    .init("BODY_CONTENT/CROSSHEADING", "role crosshead"),
    .init("ILLUSTRATION/IMAGE, CAPTION", "the picture nearest to a caption, and the caption"),
    .init("TABLE", "role table"),
    .init("area/@FILEID", "the METS file's own ID of the page's ALTO file"),
    .init("area/@BEGIN, @END", "the ALTO file's own IDs of blocks or lines"),
  ]

  static let sample = """
    <mets:structMap ID="OFFPRINT_LOGICAL" TYPE="LOGICAL" LABEL="Logical Structure">…
     <mets:div ID="OFFPRINT_DIV_tagblatt-1871-03-02-p1-TB7-0" TYPE="ARTICLE" ORDER="3" \
    DMDID="OFFPRINT_MODS_tagblatt-1871-03-02-p1-TB7-0" LABEL="Feuer am Hafen">
      <mets:div TYPE="HEADING" ORDER="1">
       <mets:div TYPE="TITLE" ORDER="1">
        <mets:fptr><mets:area FILEID="ALTO00001" BEGIN="TB7" BETYPE="IDREF"/></mets:fptr>
       </mets:div>
      </mets:div>
      <mets:div TYPE="BODY" ORDER="2"><mets:div TYPE="BODY_CONTENT">
       <mets:div TYPE="PARAGRAPH" ORDER="1"><mets:div TYPE="TEXT">
        <mets:fptr><mets:seq>
         <mets:area FILEID="ALTO00001" BEGIN="TB8" BETYPE="IDREF"/>
         <mets:area FILEID="ALTO00002" BEGIN="TB1_l0" END="TB1_l6" BETYPE="IDREF"/>
        </mets:seq></mets:fptr>
       </mets:div></mets:div>
      </mets:div></mets:div>
     </mets:div>
    """
}
