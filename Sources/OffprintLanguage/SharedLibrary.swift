#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintKit

/// A shared library of the system, loaded by name and never unloaded.
///
/// `@unchecked Sendable`: the handle is only handed to `dlsym`, which any thread may call.
struct SharedLibrary: @unchecked Sendable {
  private let handle: UnsafeMutableRawPointer

  /// The first that can be loaded; nil if the machine has none of them.
  init?(anyOf names: [String]) {
    guard let handle = names.lazy.compactMap({ dlopen($0, RTLD_NOW | RTLD_LOCAL) }).first else { return nil }
    self.handle = handle
  }

  /// A C function by its name. The caller answers for its type.
  func function<Function>(_ name: String, as type: Function.Type) -> Function? {
    dlsym(handle, name).map { unsafeBitCast($0, to: type) }
  }

  /// The file that `function` was loaded from, links resolved, as its version stands in that name.
  func path(ofFunction name: String) -> String? {
    // `dladdr` is a GNU extension that Swift's Glibc does not show: its Dl_info is four pointers, a file name first.
    typealias Info = (UnsafePointer<CChar>?, UnsafeRawPointer?, UnsafePointer<CChar>?, UnsafeRawPointer?)
    typealias Look = @convention(c) (UnsafeRawPointer, UnsafeMutableRawPointer) -> CInt
    var info: Info = (nil, nil, nil, nil)
    guard let address = dlsym(handle, name), let look = function("dladdr", as: Look.self), look(address, &info) != 0,
      let file = info.0
    else { return nil }
    let name = String(cString: file)
    return SourceFile.resolved(name) ?? name
  }
}
