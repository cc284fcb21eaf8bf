/// Makes zips for tests, also such as no program would: every field can be set.
public struct ZipBuilder {
  public struct Member {
    public var name: [UInt8]
    /// As it stands in the zip.
    public var packed: [UInt8]
    public var unpackedSize: Int
    public var checksum: UInt32
    /// 0 stored, 8 deflated.
    public var method: UInt16 = 0
    public var flags: UInt16 = 0
    /// Unix mode; 0 for a plain file.
    public var mode: UInt32 = 0

    /// A file that is stored as it is.
    public init(_ name: String, _ bytes: some Sequence<UInt8>) {
      self.name = Array(name.utf8)
      packed = Array(bytes)
      unpackedSize = packed.count
      checksum = ZipBuilder.checksum(packed)
    }
  }

  public var members: [Member] = []
  /// What stands before the zip in the file.
  public var front: [UInt8] = []

  public init(_ members: [Member] = []) { self.members = members }

  /// Files by their names and texts.
  public init(files: [(name: String, text: String)]) {
    members = files.map { Member($0.name, $0.text.utf8) }
  }

  public var bytes: [UInt8] {
    var out = front
    var table: [UInt8] = []
    func add(_ value: some FixedWidthInteger, _ bytes: inout [UInt8]) {
      withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
    func common(_ member: Member, _ bytes: inout [UInt8]) {
      add(member.flags, &bytes)
      add(member.method, &bytes)
      add(UInt32(0x5A00_0000), &bytes)
      add(member.checksum, &bytes)
      add(UInt32(member.packed.count), &bytes)
      add(UInt32(truncatingIfNeeded: member.unpackedSize), &bytes)
      add(UInt16(member.name.count), &bytes)
      add(UInt16(0), &bytes)
    }
    for member in members {
      let offset = out.count - front.count
      add(UInt32(0x0403_4B50), &out)
      add(UInt16(20), &out)
      common(member, &out)
      out += member.name + member.packed
      add(UInt32(0x0201_4B50), &table)
      add(UInt16(0x0314), &table)
      add(UInt16(20), &table)
      common(member, &table)
      add(UInt16(0), &table)
      add(UInt32(0), &table)
      add(member.mode << 16, &table)
      add(UInt32(offset), &table)
      table += member.name
    }
    let start = out.count - front.count
    out += table
    add(UInt32(0x0605_4B50), &out)
    add(UInt32(0), &out)
    add(UInt16(members.count), &out)
    add(UInt16(members.count), &out)
    add(UInt32(table.count), &out)
    add(UInt32(start), &out)
    add(UInt16(0), &out)
    return out
  }

  /// CRC-32 as zip and gzip have it.
  public static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

/// Makes tars for tests.
public struct TarBuilder {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public init(files: [(name: String, text: String)]) {
    for file in files { add(file.name, file.text.utf8) }
    end()
  }

  /// - Parameters:
  ///   - kind: `0` a file, `5` a folder, `2` a symbolic link, `1` a hard one.
  ///   - link: where it leads.
  public mutating func add(
    _ name: String, _ content: some Collection<UInt8>, kind: Character = "0", link: String = ""
  ) {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at: Int) { header.replaceSubrange(at..<at + text.utf8.count, with: text.utf8) }
    func octal(_ value: Int, _ digits: Int) -> String {
      let text = String(value, radix: 8)
      return String(repeating: "0", count: digits - text.count) + text
    }
    put(name, at: 0)
    put("0000644\u{0}0000000\u{0}0000000\u{0}", at: 100)
    put(octal(content.count, 11), at: 124)
    put("00000000000", at: 136)
    put("        ", at: 148)
    put(String(kind), at: 156)
    put(link, at: 157)
    put("ustar\u{0}00", at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", at: 148)
    bytes += header + content
    bytes += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
  }

  /// Two empty blocks.
  public mutating func end() { bytes += [UInt8](repeating: 0, count: 1024) }
}

/// Packs bytes as gzip does, without making them smaller: a deflate stream of stored blocks (RFC 1951 and 1952).
public func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var out: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]
  var rest = bytes[...]
  repeat {
    let block = rest.prefix(0xFFFF)
    rest = rest.dropFirst(block.count)
    let size = UInt16(block.count)
    out.append(rest.isEmpty ? 1 : 0)
    for value in [size, ~size] { out += [UInt8(value & 0xFF), UInt8(value >> 8)] }
    out += block
  } while !rest.isEmpty
  for value in [ZipBuilder.checksum(bytes), UInt32(truncatingIfNeeded: bytes.count)] {
    withUnsafeBytes(of: value.littleEndian) { out += $0 }
  }
  return out
}
