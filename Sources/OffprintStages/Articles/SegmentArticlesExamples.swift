import OffprintKit

enum SegmentArticlesExamples {
  static let all: [Example] = [
    Example(
      "A short line in capitals over a text is its headline; the byline stands between them.",
      .text(
        """
        FLOOD AT THE MILL

        By Martha Quill

        The water rose on Tuesday night and
        stood in the mill until the morning.

        A COW ON THE ROOF

        Nobody could say how the cow came to
        be on the roof of the chapel.
        """),
      language: "en", after: ["reflow-columns"],
      expect: .articles(
        """
        headline: FLOOD AT THE MILL
        byline: By Martha Quill
        paragraph: The water rose on Tuesday night and stood in the mill until the morning.

        headline: A COW ON THE ROOF
        paragraph: Nobody could say how the cow came to be on the roof of the chapel.
        """)),
    Example(
      "In Chinese pages the headline may stand after its text: its words recur there, and the byline opens the next.",
      .text(
        """
        ■记者 林小禾

        本报讯 昨日，云溪县召开春季植树
        动员会，部署今年植树工作。

        云溪县召开植树动员会

        ■记者 周青

        本报讯 石桥镇图书馆新馆三月一日
        开馆，首日接待读者八百人。

        石桥镇图书馆新馆开馆
        """),
      language: "zh", after: ["reflow-columns", "dehyphenate"],
      expect: Expectation(headlines: ["云溪县召开植树动员会", "石桥镇图书馆新馆开馆"])),
    Example(
      "A jump line joins the parts of an article on two pages; a paragraph that breaks off goes on there.",
      .text(
        """
        THE NEW BRIDGE

        The council met on Monday to hear the
        engineer, who said that the bridge was

        Continued on page 2.
        \u{0C}THE NEW BRIDGE

        Continued from page 1.

        safe, and would be opened in the spring.
        """),
      language: "en", after: ["reflow-columns"],
      expect: .articles(
        """
        headline: THE NEW BRIDGE
        paragraph: The council met on Monday to hear the engineer, who said that the bridge was safe, and would be \
        opened in the spring.
        jump-line: Continued on page 2.
        jump-line: THE NEW BRIDGE
        jump-line: Continued from page 1.
        """)),
  ]
}
