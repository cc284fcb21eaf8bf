import OffprintKit

enum NormaliseTextExamples {
  static let all: [Example] = [
    Example(
      "A line that was spaced out to fill its column is closed up.", .text("会 议 要 求 ，2023 年 ，全 市"),
      language: "zh", expect: .text("会议要求，2023年，全市")),
    Example(
      "Spaces between characters and digits are typesetting.", .text("全县 32 个村，排名第 1；"), language: "zh",
      expect: .text("全县32个村，排名第1；")),
    Example(
      "A single space parts names, and stays.", .text("■通讯员 茂林信 记者 陈小禾"), language: "zh",
      expect: .text("■通讯员 茂林信 记者 陈小禾")),
    Example(
      "A single space parts the dateline from the text, and stays.", .text("本报讯 近日，市图书馆开放新馆。"), language: "zh",
      expect: .text("本报讯 近日，市图书馆开放新馆。")),
    Example(
      "An accent that stands alone joins its letter.", .text("Saint-Aubre\u{301}y"), language: "fr",
      expect: .text("Saint-Aubréy")),
    Example(
      "Control characters become spaces, so that words stay apart.", .text("The\u{7}tide rose."), language: "en",
      expect: .text("The tide rose.")),
    Example(
      "A soft hyphen inside a line goes, one at its end marks a broken word.", .text("ha\u{AD}bour light\u{AD}"),
      language: "en", expect: .text("habour light\u{AD}")),
    Example(
      "A quotation mark is set close to its character, also in a line that was spaced out.",
      .text("河 岸 栽 树 。 要 看 护“ 小 树 苗"), language: "zh", expect: .text("河岸栽树。要看护“小树苗")),
    Example(
      "Three characters that stand alone were spaced out; two may be a name.",
      .text("树木旁的 果 园 和 苗 圃 用上了新的水渠\n王 五 摄于新建成的水渠旁边"), language: "zh",
      expect: .text("树木旁的 果园和苗圃 用上了新的水渠 王 五 摄于新建成的水渠旁边")),
    Example(
      "A gap of several cells may be where two columns meet, and stays.",
      .text("修 建 水 渠 三 条    栽 树 两 百 棵 整"), language: "zh", expect: .text("修建水渠三条    栽树两百棵整")),
    Example(
      "Whoever wants the spaces of the source can keep them.", .text("会 议 要 求 ，2023 年"), language: "zh",
      settings: ["letter_spaced": "keep", "cjk_digit_spaces": "keep"], expect: .text("会 议 要 求 ，2023 年")),
  ]
}
