import Domain
import Glibc
import LineProtocol
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Listens on the sockets of the settings until the daemon stops.
struct SocketServer: Service {
    let sockets: [Settings.Socket]
    let access: AccessRules
    let router: Router
    let registry: NIOLoopBound<ConnectionRegistry>
    let groups = GroupLookup()
    let loop: any EventLoop
    let logger: Logger
    let makeCommandID: @Sendable () -> String
    /// Called when every socket is open.
    let ready: @Sendable () -> Void

    func run() async throws {
        var listeners: [any Channel] = []
        for socket in sockets { listeners.append(try await listen(on: socket)) }
        let ticking = loop.scheduleRepeatedTask(initialDelay: .seconds(1), delay: .seconds(1)) { _ in
            registry.value.checkTimeouts(at: .now())
        }
        ready()
        try? await gracefulShutdown()
        ticking.cancel()
        for listener in listeners { try? await listener.close() }
        for socket in sockets { unlink(socket.path) }
        await drain()
    }

    /// Refuses what is not decided, and waits a while for clients to read their answers.
    private func drain() async {
        router.decider.close()
        let isOver = loop.makePromise(of: Void.self)
        let time = TimeAmount.seconds(Int64(ConnectionBounds.drainSeconds))
        let giveUp = loop.scheduleTask(in: time) { isOver.succeed() }
        loop.execute {
            registry.value.close {
                giveUp.cancel()
                isOver.succeed()
            }
        }
        try? await isOver.futureResult.get()
    }

    private func listen(on socket: Settings.Socket) async throws -> any Channel {
        let bootstrap = ServerBootstrap(group: loop)
            .serverChannelOption(.backlog, value: 128)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.autoRead, value: false)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(
                .writeBufferWaterMark,
                value: .init(low: ConnectionBounds.unreadBytesLow, high: ConnectionBounds.unreadBytesHigh)
            )
            .childChannelInitializer { channel in accept(channel, through: socket) }
        let listener: any Channel
        do { listener = try await bootstrap.bind(unixDomainSocketPath: socket.path).get() } catch {
            throw StartFault(.cannotCreate, "the socket \(socket.path) cannot be made: \(error)")
        }
        // Made under a umask that lets only our own user in, so there is no moment at which it is too open.
        guard chmod(socket.path, mode_t(socket.mode)) == 0 else {
            throw StartFault(.cannotCreate, "the mode of \(socket.path) cannot be set: \(systemMessage())")
        }
        logger.info("listening", metadata: ["socket": "\(socket.path)"])
        return listener
    }

    private func accept(_ channel: any Channel, through socket: Settings.Socket) -> EventLoopFuture<Void> {
        // Before the lookup, so that a slow one does not let in more than there is room for.
        guard registry.value.reserve() else {
            refuse(channel)
            return channel.eventLoop.makeSucceededVoidFuture()
        }
        return PeerCredentials.of(channel, groups: groups).flatMapThrowing { credentials in
            let registry = registry.value
            let caller = Caller(
                credentials: credentials, roles: access.roles(of: credentials, onSocketFor: socket.roles))
            try channel.pipeline.syncOperations.addHandler(
                Connection(
                    caller, router: router, registry: registry, logger: logger, makeCommandID: makeCommandID))
        }.always { _ in registry.value.endReservation() }
    }

    private func refuse(_ channel: any Channel) {
        let error = ProtocolError(.busy, "too many connections are open: try again later")
        let line = ByteBuffer(string: Answer.failure(.none, error))
        channel.writeAndFlush(line).whenComplete { _ in channel.close(promise: nil) }
    }
}
