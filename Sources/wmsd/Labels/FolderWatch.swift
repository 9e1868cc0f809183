import Glibc
import NIOCore
import NIOPosix

/// Notices when something is moved into `done` or `failed` of a spool folder, or out of `new` (inotify(7)).
///
/// A notice does not say what happened: its receiver reads the folders, as it also does now and then without
/// one, since some file systems send none.
final class FolderWatch: Sendable {
    private let descriptor: Int32

    /// - Returns: nil where the system gives no watch.
    init?() {
        descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
        if descriptor < 0 { return nil }
    }

    deinit { close(descriptor) }

    /// Watches a printer's folder; again where it has been made anew.
    func watch(_ folder: String) {
        inotify_add_watch(descriptor, folder + "/new", UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE))
        for place in ["/done", "/failed"] {
            inotify_add_watch(descriptor, folder + place, UInt32(IN_MOVED_TO) | UInt32(IN_CLOSE_WRITE))
        }
    }

    /// Calls `onNotice` on `loop` at every notice.
    func listen(on loop: any EventLoop, onNotice: @escaping @Sendable () -> Void) async throws -> any Channel
    {
        let own = dup(descriptor)
        return try await NIOPipeBootstrap(group: loop).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(NoticeHandler(onNotice))
            }
        }.takingOwnershipOfDescriptor(input: own).get()
    }
}

private final class NoticeHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let onNotice: @Sendable () -> Void

    init(_ onNotice: @escaping @Sendable () -> Void) { self.onNotice = onNotice }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { onNotice() }
}
