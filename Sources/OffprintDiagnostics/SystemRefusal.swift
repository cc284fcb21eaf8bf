#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system says when it refuses to open, read or write a file, and what to do about each of its reasons.
public struct SystemRefusal: Sendable {
  private let code: Int32

  /// - Parameter code: the errno.
  public init(_ code: Int32) { self.code = code }

  /// The system's own words.
  public var words: String { String(cString: strerror(code)) }

  /// What to do where a file or folder cannot be written.
  public var stepToWrite: String {
    switch code {
    case ENOSPC, EDQUOT: "make room on the disk"
    case EACCES, EPERM: "get the right to write there, or write to another folder"
    case EROFS: "write to another folder: this one can only be read"
    case ENOENT: "make the folder that it belongs into, or write to another"
    case ENOTDIR, EEXIST: "write to another folder: a part of this path is a file"
    case EISDIR: "write to another path: here a folder stands"
    case EFBIG: "write to a disk that holds larger files, or into more files"
    case ETXTBSY, EBUSY: "end the program that uses it"
    case EPIPE, ENXIO: "see whether the program that reads it is at work"
    default: stepForBoth
    }
  }

  /// What to do where a file cannot be read, or a folder not be looked into.
  public var stepToRead: String {
    switch code {
    case EACCES, EPERM: "let this user read it (chmod +r, for a folder +rx)"
    case EISDIR: "name a file: this is a folder"
    case ENOTDIR: "name what is there: a part of this path is a file"
    case ENOENT: "see whether it was moved, or its name is spelt otherwise"
    default: stepForBoth
    }
  }

  private var stepForBoth: String {
    switch code {
    case EIO, ESTALE, ENODEV: "see whether the drive is still there and in order"
    case ETIMEDOUT, ENETDOWN, ENETUNREACH, ENETRESET, ECONNRESET, ECONNABORTED, EHOSTDOWN, EHOSTUNREACH:
      "see whether the network drive answers"
    case EMFILE, ENFILE: "let the system have more files open (ulimit -n), or take fewer --jobs"
    case ENOMEM: "take fewer --jobs, or a machine with more memory"
    case ENAMETOOLONG: "make the path shorter"
    case ELOOP: "mend the links in this path: they lead in a circle"
    default: "see that file and drive are in order"
    }
  }
}
