import OffprintKit

/// The grammar of `article-xml`, as it also stands in `pipelines/schema/article.rng`: within the command, so that it is
/// there wherever the command is.
enum ArticleGrammar {
  static let schema = FormatSchema.own(name: "article.rng", text: text)

  static let text = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- The files of the writer `article-xml`, version 1. -->
    <grammar xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start>
        <element name="article">
          <attribute name="schema"><value>1</value></attribute>
          <attribute name="id"><data type="string"><param name="pattern">[A-Za-z0-9._\-]+</param></data></attribute>
          <attribute name="type">
            <choice>
              <value>article</value>
              <value>advertisement</value>
              <value>notice</value>
              <value>table</value>
              <value>illustration</value>
              <value>masthead</value>
              <value>furniture</value>
            </choice>
          </attribute>
          <choice>
            <attribute name="origin"><value>found</value></attribute>
            <group>
              <attribute name="origin"><value>publisher</value></attribute>
              <attribute name="publisher-id"/>
            </group>
          </choice>
          <optional><attribute name="section"/></optional>
          <optional><attribute name="xml:lang"><data type="language"/></attribute></optional>
          <attribute name="created"><data type="dateTime"/></attribute>
          <ref name="issue"/>
          <optional>
            <element name="issued">
              <optional><attribute name="provider"/></optional>
              <optional><attribute name="provider-uri"><data type="anyURI"/></attribute></optional>
              <optional><attribute name="rights"/></optional>
              <optional><attribute name="terms"/></optional>
              <optional><attribute name="statement"><data type="anyURI"/></attribute></optional>
              <optional><attribute name="licence"><data type="anyURI"/></attribute></optional>
            </element>
          </optional>
          <zeroOrMore><element name="source"><text/></element></zeroOrMore>
          <element name="tool">
            <attribute name="name"/>
            <attribute name="version"/>
            <optional><attribute name="ocr"/></optional>
          </element>
          <optional><element name="headline"><text/></element></optional>
          <zeroOrMore><ref name="label"/></zeroOrMore>
          <zeroOrMore><ref name="flag"/></zeroOrMore>
          <optional>
            <element name="ocr">
              <attribute name="confidence"><ref name="share"/></attribute>
              <attribute name="coverage"><ref name="share"/></attribute>
            </element>
          </optional>
          <oneOrMore><ref name="component"/></oneOrMore>
        </element>
      </start>

      <define name="issue">
        <element name="issue">
          <attribute name="id"/>
          <optional><attribute name="title"/></optional>
          <optional><attribute name="issn"/></optional>
          <optional><attribute name="identifier"/></optional>
          <optional><attribute name="publisher"/></optional>
          <optional><attribute name="place"/></optional>
          <optional>
            <attribute name="date">
              <choice><data type="date"/><data type="gYearMonth"/><data type="gYear"/></choice>
            </attribute>
          </optional>
          <optional><attribute name="volume"/></optional>
          <optional><attribute name="number"/></optional>
          <optional><attribute name="edition"/></optional>
        </element>
      </define>

      <define name="label">
        <element name="label">
          <attribute name="kind"/>
          <attribute name="value"/>
          <attribute name="source"/>
          <optional><attribute name="confidence"><ref name="share"/></attribute></optional>
        </element>
      </define>

      <define name="flag">
        <element name="flag">
          <attribute name="code"/>
          <attribute name="scope"><choice><value>article</value><value>page</value><value>issue</value></choice></attribute>
          <attribute name="count"><data type="positiveInteger"/></attribute>
        </element>
      </define>

      <define name="component">
        <element name="component">
          <attribute name="role">
            <choice>
              <value>overline</value>
              <value>headline</value>
              <value>subheadline</value>
              <value>byline</value>
              <value>dateline</value>
              <value>paragraph</value>
              <value>crosshead</value>
              <value>caption</value>
              <value>table</value>
              <value>advertisement-text</value>
              <value>jump-line</value>
              <value>section-label</value>
              <value>masthead</value>
              <value>furniture</value>
            </choice>
          </attribute>
          <optional><attribute name="confidence"><ref name="share"/></attribute></optional>
          <element name="text"><text/></element>
          <zeroOrMore><ref name="line"/></zeroOrMore>
        </element>
      </define>

      <define name="line">
        <element name="line">
          <attribute name="name"/>
          <attribute name="page"><data type="positiveInteger"/></attribute>
          <optional>
            <attribute name="x"><data type="integer"/></attribute>
            <attribute name="y"><data type="integer"/></attribute>
            <attribute name="width"><data type="nonNegativeInteger"/></attribute>
            <attribute name="height"><data type="nonNegativeInteger"/></attribute>
          </optional>
          <optional>
            <attribute name="join">
              <choice>
                <value>space</value>
                <value>joined</value>
                <value>hyphen-kept</value>
                <value>suspended</value>
                <value>closed</value>
              </choice>
            </attribute>
            <attribute name="join-confidence"><ref name="share"/></attribute>
            <optional><attribute name="word"/></optional>
          </optional>
          <text/>
        </element>
      </define>

      <define name="share">
        <data type="decimal"><param name="minInclusive">0</param><param name="maxInclusive">1</param></data>
      </define>
    </grammar>

    """#
}
