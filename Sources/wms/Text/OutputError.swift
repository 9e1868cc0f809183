import Glibc

/// Why standard output does not take the answer, as the system says it at that moment.
struct OutputError: Error, CustomStringConvertible {
    let description = "standard output cannot be written: \(String(cString: strerror(errno)))"
}
