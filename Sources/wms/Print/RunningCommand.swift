import CLinux
import Glibc

/// A running command: its standard input is written and its standard error read until it ends.
struct RunningCommand {
    let process: pid_t
    let input: BytePipe
    let errors: BytePipe
    /// What has not been written to it.
    private(set) var rest: ArraySlice<UInt8>
    private var errorBytes: [UInt8] = []
    private var hasClosedErrors = false

    /// The last bytes of its standard error are kept.
    private static let errorBytesMax = 4_096
    /// How often `waitpid` is asked while the pipes are idle.
    private static let pollIntervalMS: Int32 = 50

    init(process: pid_t, input: BytePipe, errors: BytePipe, rest: ArraySlice<UInt8>) {
        (self.process, self.input, self.errors, self.rest) = (process, input, errors, rest)
        BytePipe.neverBlock(input.writeEnd)
        BytePipe.neverBlock(errors.readEnd)
        if rest.isEmpty { input.closeWriteEnd() }
    }

    var lastLine: String? {
        String(decoding: errorBytes, as: UTF8.self).split(whereSeparator: \.isNewline).last.map(String.init)
    }

    /// - Returns: The status as `waitpid` gives it; nil where it gives none.
    mutating func waitForEnd() -> Int32? {
        var status: Int32 = 0
        while true {
            let mayWait = hasClosedErrors && rest.isEmpty
            let ended = waitpid(process, &status, mayWait ? 0 : WNOHANG)
            if ended < 0, errno != EINTR { return nil }
            if ended == process {
                readErrors()
                return status
            }
            waitForEvents()
            write()
            readErrors()
        }
    }

    private func waitForEvents() {
        var files = [
            pollfd(fd: hasClosedErrors ? -1 : errors.readEnd, events: Int16(POLLIN), revents: 0),
            pollfd(fd: rest.isEmpty ? -1 : input.writeEnd, events: Int16(POLLOUT), revents: 0),
        ]
        poll(&files, nfds_t(files.count), Self.pollIntervalMS)
    }

    private mutating func write() {
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(input.writeEnd, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
            if rest.isEmpty { input.closeWriteEnd() }
        }
    }

    private mutating func readErrors() {
        var chunk = [UInt8](repeating: 0, count: Self.errorBytesMax)
        while !hasClosedErrors {
            let count = read(errors.readEnd, &chunk, chunk.count)
            if count == 0 { hasClosedErrors = true }
            guard count > 0 else { return }
            errorBytes = (errorBytes + chunk[..<count]).suffix(Self.errorBytesMax)
        }
    }
}

/// A pipe that is inherited only where it is passed on.
final class BytePipe {
    let readEnd: Int32
    private(set) var writeEnd: Int32

    init() throws(FeedFault) {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else {
            throw FeedFault(description: "there is no pipe: \(String(cString: strerror(errno)))")
        }
        (readEnd, writeEnd) = (ends[0], ends[1])
    }

    deinit {
        close(readEnd)
        closeWriteEnd()
    }

    func closeWriteEnd() {
        if writeEnd >= 0 { close(writeEnd) }
        writeEnd = -1
    }

    /// Written and not read.
    var bytesWithin: Int {
        var count: Int32 = 0
        return ioctl(readEnd, UInt(FIONREAD), &count) == 0 ? Int(count) : 0
    }

    /// Makes reading from an end, or writing to it, return where it would wait; the command's own end waits.
    static func neverBlock(_ end: Int32) { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
}
