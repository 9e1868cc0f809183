import LineProtocol
import Logging
import NIOCore
import Operations

/// One client on the event loop: cuts lines, runs its ``Conversation`` and its ``Subscription``, and reads no
/// further than its bounds allow.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let caller: Caller
    private let desk: Frontdesk
    private let roster: Roster
    private let logger: Logger
    private var conversation: Conversation
    private var framer = LineFramer()
    private var subscription: Subscription?
    /// Tells an answer to this subscription's fetch from one to a subscription before it.
    private var subscriptionsMade = 0
    private var context: ChannelHandlerContext?
    private var isGreeted = false
    private var isReading = false
    private var inputEnded = false
    private var isLeaving = false
    private var patience: Patience

    init(
        _ caller: Caller, desk: Frontdesk, roster: Roster, logger: Logger,
        makeCommandID: @escaping () -> String
    ) {
        self.caller = caller
        self.desk = desk
        self.roster = roster
        self.logger = logger
        conversation = Conversation(roles: caller.roles, makeCommandID: makeCommandID)
        patience = Patience(roster.bounds, now: .now())
    }

    // MARK: What the channel tells

    func channelActive(context: ChannelHandlerContext) {
        self.context = context
        roster.enter(self)
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        desk.hello(to: caller) { hello in bound.onLoop { $0.greet(with: hello) } }
    }

    func channelInactive(context: ChannelHandlerContext) {
        roster.leave(self)
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        framer.append(unwrapInboundIn(data).readableBytesView)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        isReading = false
        patience.heard(at: .now())
        proceed()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        patience.writability(context.channel.isWritable, at: .now())
        proceed()
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

    // MARK: What the daemon tells

    /// There are events up to this one.
    func announce(head: Int) { follow(head: head) }

    /// A second or so has passed.
    func tick(_ now: NIODeadline) {
        switch patience.tick(now, isSubscribed: subscription != nil, isIdle: conversation.isIdle) {
        case .wait: break
        case .heartbeat: if let subscription { write(Notice.head(sequence: subscription.cursor.after)) }
        case .close(let why):
            logger.info(
                "a connection is closed", metadata: ["why": "\(why)", "uid": "\(caller.credentials.userID)"])
            context?.close(promise: nil)
        }
    }

    /// Answers what is here already, then closes.
    func leave() {
        isLeaving = true
        subscription = nil
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
        context?.flush()
        proceed()
    }

    /// Takes all requests that there is room for, then asks for more bytes or closes.
    private func proceed() {
        guard isGreeted, let context else { return }
        var tookAll = false
        while conversation.hasRoom, context.channel.isWritable {
            guard let frame = framer.next() else {
                tookAll = true
                break
            }
            run(conversation.take(frame))
        }
        if tookAll, inputEnded, framer.isMidLine {
            framer = LineFramer()
            run(conversation.takeCutOff())
        }
        follow()
        context.flush()
        if tookAll { readOrClose(context) }
    }

    private func readOrClose(_ context: ChannelHandlerContext) {
        if inputEnded || isLeaving {
            if conversation.isIdle, subscription == nil { closeWhenTaken(context) }
        } else if !isReading {
            isReading = true
            context.read()
        }
    }

    /// Closes once the client has been sent all that was written: an empty write is done after all before it.
    private func closeWhenTaken(_ context: ChannelHandlerContext) {
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(ByteBuffer())).whenComplete { _ in channel.close(promise: nil) }
    }

    private func run(_ actions: [Conversation.Action]) {
        for action in actions {
            switch action {
            case .write(let line): write(line)
            case .submit(let call, let slot, let commandID): submit(call, slot, commandID)
            case .note(let refusal): note(refusal)
            case .follow(let cursor):
                subscriptionsMade += 1
                subscription = Subscription(cursor, head: roster.head)
            }
        }
    }

    private func submit(_ call: Call, _ slot: Int, _ commandID: String?) {
        guard let context else { return }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        let changes = call.method.changes
        desk.answer(call, commandID: commandID, for: caller) { reply in
            bound.onLoop { connection in
                connection.run(connection.conversation.answered(slot, changes: changes, with: reply))
                connection.proceed()
            }
        }
    }

    /// Fetches and sends events where there are newer ones and the client takes them.
    private func follow(head: Int? = nil) {
        guard let context else { return }
        let isWritable = context.channel.isWritable
        guard case .fetch(let cursor)? = subscription?.advance(head: head, isWritable: isWritable) else {
            return
        }
        let bound = NIOLoopBound(self, eventLoop: context.eventLoop)
        let number = subscriptionsMade
        desk.events(after: cursor) { page in
            bound.onLoop { $0.send(page, ofSubscription: number) }
        }
    }

    /// Sends fetched events, unless another subscription has taken the place of the one that asked.
    private func send(_ page: Frontdesk.EventPage?, ofSubscription number: Int) {
        guard subscriptionsMade == number else { return }
        guard let page else {
            // Whoever reconnects asks again; asking on and on here would help nobody.
            logger.error("events cannot be read: a subscriber is closed")
            context?.close(promise: nil)
            return
        }
        for line in page.lines { write(line) }
        subscription?.fetched(upTo: page.reached)
        proceed()
    }

    private func note(_ refusal: ProtocolError) {
        let credentials = caller.credentials
        logger.warning(
            "refused",
            metadata: [
                "kind": "\(refusal.kind.rawValue)", "method": "\(refusal.details["method"]?.string ?? "")",
                "uid": "\(credentials.userID)", "pid": "\(credentials.processID)",
            ])
    }

    private func write(_ line: String) {
        guard let context else { return }
        patience.said(at: .now())
        context.write(wrapOutboundOut(context.channel.allocator.buffer(string: line)), promise: nil)
    }
}

extension NIOLoopBound where Value == Connection {
    /// Runs on the connection's loop, later even where the caller is on it: so that answers leave in the
    /// order in which they were given.
    fileprivate func onLoop(_ body: @escaping @Sendable (Connection) -> Void) {
        eventLoop.execute { body(value) }
    }
}
