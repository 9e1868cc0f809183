import Domain
import LineProtocol
import Logging
import NIOCore
import Operations

/// One client on the event loop: cuts lines, runs its ``RequestPipeline``, and reads no further than its bounds allow.
/// What it is sent unasked stands in `Connection+Events.swift`.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let caller: Caller
    let router: Router
    let registry: ConnectionRegistry
    let logger: Logger
    private var pipeline: RequestPipeline
    private var framer = LineFramer()
    /// What follows the events; nil where the client has not asked for them.
    var subscription: Subscription?
    /// Tells an answer to this subscription's fetch from one to a subscription before it.
    var subscriptionsMade = 0
    /// Nil while the channel is not open.
    private(set) var context: ChannelHandlerContext?
    /// Lines that leave with the next ``flush()``.
    private var outgoing = ByteBuffer()
    private var isGreeted = false
    private(set) var isWritable = true
    /// Whether ``proceed()`` will be called for what has been answered.
    private var willProceed = false
    private var isReading = false
    private var inputEnded = false
    private var isFinishing = false
    private var timeouts: ConnectionTimeouts

    init(
        _ caller: Caller, router: Router, registry: ConnectionRegistry, logger: Logger,
        makeCommandID: @escaping () -> String
    ) {
        self.caller = caller
        self.router = router
        self.registry = registry
        self.logger = logger
        pipeline = RequestPipeline(roles: caller.roles, makeCommandID: makeCommandID)
        timeouts = ConnectionTimeouts(registry.bounds, now: .now())
    }

    // MARK: Channel events

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        registry.add(self)
        router.hello(to: caller, then: onLoop(context) { connection, hello in connection.greet(with: hello) })
    }

    func channelInactive(context: ChannelHandlerContext) {
        registry.remove(self)
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        framer.append(unwrapInboundIn(data).readableBytesView)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        timeouts.received(at: .now())
        proceed()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        isWritable = context.channel.isWritable
        timeouts.writabilityChanged(to: isWritable, at: .now())
        // Not where it ceases: that happens in the middle of a write.
        if isWritable { proceed() }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .some(.inputClosed) = event as? ChannelEvent else {
            return context.fireUserInboundEventTriggered(event)
        }
        inputEnded = true
        isReading = false
        proceed()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        logger.debug("a connection failed", metadata: ["error": "\(error)"])
        context.close(promise: nil)
    }

    // MARK: Events of the daemon

    func checkTimeouts(at now: NIODeadline) {
        switch timeouts.check(at: now, isSubscribed: subscription != nil, isIdle: pipeline.isIdle) {
        case .none: break
        case .sendHeartbeat:
            if let subscription { write(Notice.head(sequence: subscription.cursor.after)) }
            flush()
        case .close(let why):
            logger.info(
                "a connection is closed", metadata: ["why": "\(why)", "uid": "\(caller.credentials.userID)"])
            context?.close(promise: nil)
        }
    }

    /// Answers what has been received, then closes.
    func finish() {
        isFinishing = true
        subscription = nil
        registry.unsubscribe(self)
        proceed()
    }

    // MARK: Work

    private func greet(with hello: Hello?) {
        guard let hello else {
            context?.close(promise: nil)
            return
        }
        isGreeted = true
        write(Notice.hello(hello))
        proceed()
    }

    /// Runs all requests that there is room for, then asks for more bytes or closes.
    private func proceed() {
        guard isGreeted, let context else { return }
        var isDrained = false
        while pipeline.hasRoom, isWritable {
            guard let frame = framer.next() else {
                isDrained = true
                break
            }
            run(pipeline.receive(frame))
        }
        if isDrained, inputEnded, framer.isMidLine {
            framer = LineFramer()
            run(pipeline.receiveCutOffLine())
        }
        sendEvents()
        flush()
        if isDrained { readOrClose(context) }
    }

    /// Proceeds once all replies of a batch are here, so that they leave with one flush.
    func proceedSoon() {
        guard !willProceed, let context else { return }
        willProceed = true
        registry.proceedSoon(self, on: context.eventLoop)
    }

    /// What ``proceedSoon()`` asked for.
    func proceedNow() {
        willProceed = false
        proceed()
    }

    private func readOrClose(_ context: ChannelHandlerContext) {
        if inputEnded || isFinishing {
            if pipeline.isIdle, subscription == nil { closeWhenWritten(context) }
        } else if !isReading {
            isReading = true
            context.read()
        }
    }

    /// Closes once all that was written has been sent: an empty write completes after all before it.
    private func closeWhenWritten(_ context: ChannelHandlerContext) {
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in channel.close(promise: nil) }
    }

    private func run(_ actions: [RequestPipeline.Action]) {
        for action in actions {
            switch action {
            case .write(let line): write(line)
            case .submit(let call, let slot, let commandID): submit(call, slot, commandID)
            case .logRefusal(let refusal): log(refusal)
            case .subscribe(let cursor): subscribe(from: cursor)
            }
        }
    }

    private func submit(_ call: Call, _ slot: Int, _ commandID: String?) {
        guard let context else { return }
        let changes = call.method.changes
        router.answer(
            call, commandID: commandID, for: caller,
            reply: onLoop(context) { connection, reply in
                connection.run(connection.pipeline.answered(slot, changes: changes, with: reply))
                connection.proceedSoon()
            })
    }

    private func log(_ refusal: ProtocolError) {
        let credentials = caller.credentials
        logger.warning(
            "refused",
            metadata: [
                "kind": "\(refusal.kind.rawValue)", "method": "\(refusal.details["method"]?.string ?? "")",
                "uid": "\(credentials.userID)", "pid": "\(credentials.processID)",
            ])
    }

    /// Has a line leave with the next ``flush()``.
    func write(_ line: String) {
        outgoing.writeString(line)
        // Handed to the channel before the end of a batch where there is much, so that it counts what waits.
        if outgoing.readableBytes >= ConnectionBounds.unreadBytesLow { handOverOutgoing() }
    }

    private func flush() {
        handOverOutgoing()
        context?.flush()
    }

    private func handOverOutgoing() {
        guard let context, outgoing.readableBytes > 0 else { return }
        timeouts.sent(at: .now())
        let lines = outgoing
        // Emptied first: the write may call back at once, that the channel is no longer writable.
        outgoing = ByteBuffer()
        context.write(wrapOutboundOut(lines), promise: nil)
    }

    /// Calls `body` on this connection's loop with what another thread gives, later even where the caller is on
    /// the loop: so that answers leave in the order in which they were given.
    func onLoop<Value: Sendable>(
        _ context: ChannelHandlerContext, _ body: @escaping @Sendable (Connection, Value) -> Void
    ) -> @Sendable (Value) -> Void {
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        let mailbox = registry.mailbox
        return { value in mailbox.post { body(bound.value, value) } }
    }
}
