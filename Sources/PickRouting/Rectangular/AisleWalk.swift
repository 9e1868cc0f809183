/// Turns the history of an aisle program into the order in which points are visited.
///
/// Hierholzer 1873: follow unused edges until none is left, then insert what was left at earlier posts. Edges run
/// between posts: the corners, and the start and the end where they lie inside a stretch. What lies between
/// two posts is visited as the walk first passes, or, where a gap is left out, in and out from either post.
///
/// The memory is overwritten by every call: one walk is used by one caller at a time.
final class AisleWalk {
    /// A corner, or an end of the walk inside a stretch; with the section from here to the next post behind.
    private struct Post: BitwiseCopyable {
        /// The rank of the point that stands here, -1 where there is no call.
        var rank: Int32 = -1
        /// `[column concerned * crossAisles + crossAisle]`, -1 inside a stretch.
        var corner: Int32 = -1
        /// The ranks of the section's points: from `first` up to before `last`.
        var first: Int32 = 0
        var last: Int32 = 0
        /// Where a gap is left out: the rank of the first point behind it; else -1.
        var gap: Int32 = -1
        /// How often the section is still to be walked.
        var times: UInt8 = 0
        var isSeen = false
        var isSectionSeen = false
    }

    private let program: AisleProgram<UInt64>
    private let calls: TourCalls
    private let posts: FlatArray<Post>
    private var postCount = 0
    /// By corner: its post, and how often the walk is still to go on to the next column.
    private let postOfCorner: FlatArray<Int32>
    private let across: FlatArray<UInt8>
    private let trail: FlatArray<Int32>
    private var startPost = 0
    private var endPost = 0

    private var grid: PointGrid { program.grid }

    init(_ program: AisleProgram<UInt64>, _ calls: TourCalls) {
        self.program = program
        self.calls = calls
        let corners = program.grid.columnCount * program.grid.crossAisles
        posts = FlatArray(repeating: Post(), count: corners + 2)
        postOfCorner = FlatArray(repeating: 0, count: corners)
        across = FlatArray(repeating: 0, count: corners)
        // Every section and every crossing is walked twice at most.
        trail = FlatArray(repeating: 0, count: 4 * corners + 5)
    }

    /// Writes the calls in the order of the walk that the program has just found to be shortest.
    ///
    /// - Complexity: O(columns · crossAisles + calls)
    func follow(cost: UInt64, _ ends: WalkEnds, _ order: inout UnsafeMutablePointer<Int>) {
        layPosts(cost, ends)
        trail[0] = Int32(truncatingIfNeeded: endPost)
        var depth = 1
        var last = -2
        // From the end backwards, so that posts are left behind in walking order.
        while depth > 0 {
            let post = Int(trail[depth - 1])
            if let next = leave(post) {
                trail[depth] = Int32(truncatingIfNeeded: next)
                depth += 1
            } else {
                arrive(at: post, from: last, &order)
                last = post
                depth -= 1
            }
        }
        assert(!hasUnusedEdges, "the program's edges are one connected walk")
    }

    private var hasUnusedEdges: Bool {
        let corners = program.concernedCount * grid.crossAisles
        return (0..<postCount).contains { posts[$0].times > 0 } || (0..<corners).contains { across[$0] > 0 }
    }

    /// Removes one unused edge at the post and returns its other end; nil where none is left.
    @inline(__always)
    private func leave(_ post: Int) -> Int? {
        if posts[post].times > 0 {
            posts[post].times -= 1
            return post + 1
        }
        if post > 0, posts[post - 1].times > 0 {
            posts[post - 1].times -= 1
            return post - 1
        }
        let corner = Int(posts[post].corner)
        guard corner >= 0 else { return nil }
        if across[corner] > 0 {
            across[corner] -= 1
            return Int(postOfCorner[corner + grid.crossAisles])
        }
        let before = corner - grid.crossAisles
        if before >= 0, across[before] > 0 {
            across[before] -= 1
            return Int(postOfCorner[before])
        }
        return nil
    }

    @inline(__always)
    private func arrive(at post: Int, from last: Int, _ order: inout UnsafeMutablePointer<Int>) {
        if last + 1 == post, !posts[last].isSectionSeen {
            posts[last].isSectionSeen = true
            visitUp(posts[last].first, posts[last].last, &order)
        } else if last - 1 == post, !posts[post].isSectionSeen {
            posts[post].isSectionSeen = true
            visitDown(posts[post].first, posts[post].last, &order)
        }
        if posts[post].isSeen { return }
        posts[post].isSeen = true
        if posts[post].rank >= 0 { calls.visit(Int(posts[post].rank), &order) }
        if posts[post].gap >= 0 { visitUp(posts[post].first, posts[post].gap, &order) }
        if post > 0, posts[post - 1].gap >= 0 { visitDown(posts[post - 1].gap, posts[post - 1].last, &order) }
    }

    @inline(__always)
    private func visitUp(_ first: Int32, _ last: Int32, _ order: inout UnsafeMutablePointer<Int>) {
        var rank = first
        while rank < last {
            calls.visit(Int(rank), &order)
            rank += 1
        }
    }

    @inline(__always)
    private func visitDown(_ first: Int32, _ last: Int32, _ order: inout UnsafeMutablePointer<Int>) {
        var rank = last
        while rank > first {
            rank -= 1
            calls.visit(Int(rank), &order)
        }
    }
}

// MARK: Laying the posts

extension AisleWalk {
    /// Follows the program's choices back from the last column to the first.
    private func layPosts(_ cost: UInt64, _ ends: WalkEnds) {
        typealias Program = AisleProgram<UInt64>
        let crossAisles = grid.crossAisles
        var history = cost
        postCount = 0
        for index in stride(from: program.concernedCount - 1, through: 0, by: -1) {
            let column = Int(program.concerned[index])
            var shapes = history >> Program.enteredBits
            let cornerLine = column * crossAisles + program.stretches
            let cornerWord = Int(grid.firstWord[cornerLine])
            var rank = Int32(truncatingIfNeeded: calls.firstRank(ofLine: cornerLine))
            for crossAisle in 0..<crossAisles {
                let corner = index * crossAisles + crossAisle
                let bit = cornerWord * 64 + crossAisle
                if bit == ends.start { startPost = postCount }
                if bit == ends.end { endPost = postCount }
                postOfCorner[corner] = Int32(truncatingIfNeeded: postCount)
                posts[postCount] = Post(corner: Int32(truncatingIfNeeded: corner))
                if calls.words[cornerWord] >> UInt64(truncatingIfNeeded: crossAisle) & 1 == 1 {
                    posts[postCount].rank = rank
                    rank += 1
                }
                if crossAisle < program.stretches {
                    lay(shape: Int(shapes & 15), column * crossAisles + crossAisle, ends)
                    shapes >>= Program.shapeBits
                }
                postCount += 1
            }
            guard index > 0 else { return }
            let entered = Int(history & (1 << Program.enteredBits - 1))
            let state = program.table.states[entered]
            for crossAisle in 0..<crossAisles {
                across[(index - 1) * crossAisles + crossAisle] = UInt8(state.edgesOn(crossAisle))
            }
            history = program.left[(index - 1) * program.slots + entered]
        }
    }

    /// Lays the sections of a stretch, and the posts between them where the walk starts or ends within.
    @inline(__always)
    private func lay(shape: Int, _ line: Int, _ ends: WalkEnds) {
        let first = Int32(truncatingIfNeeded: calls.firstRank(ofLine: line))
        let last = Int32(truncatingIfNeeded: calls.firstRank(ofLine: line + 1))
        if line == ends.startLine || line == ends.endLine {
            return layEnded(shape: shape, line, first, last, ends)
        }
        // By `SubAisleShape.closed`.
        let gap =
            switch shape {
            case 0, 4: first
            case 3: last
            case 5: first + program.gapRank[line]
            default: Int32(-1)
            }
        setSection(first, last, isOdd: shape == 1, gap: gap)
    }

    private func layEnded(shape: Int, _ line: Int, _ first: Int32, _ last: Int32, _ ends: WalkEnds) {
        var gap: Int32
        if ends.isOpen {
            let stretch = EndedStretch(line: line, of: grid, words: calls.words.base, ends: ends)
            gap = stretch[shape].gapRank
            if gap >= 0 { gap += first }
        } else {
            gap = shape == 4 ? first : shape == 3 ? last : shape == 5 ? first + program.gapRank[line] : -1
        }
        var isOdd = SubAisleShape.all[shape].low == 1
        var begin = first
        for bit in Set([ends.start, ends.end]).sorted() where grid.line(ofBit: bit) == line {
            let rank = Int32(truncatingIfNeeded: calls.rank(ofBit: bit))
            setSection(begin, rank, isOdd: isOdd, gap: gap)
            postCount += 1
            posts[postCount] = Post(rank: rank)
            if bit == ends.start { startPost = postCount }
            if bit == ends.end { endPost = postCount }
            if ends.isOpen { isOdd.toggle() }
            begin = rank + 1
        }
        setSection(begin, last, isOdd: isOdd, gap: gap)
    }

    /// Sets the section from the newest post on.
    @inline(__always)
    private func setSection(_ first: Int32, _ last: Int32, isOdd: Bool, gap: Int32) {
        let hasGap = !isOdd && first <= gap && gap <= last
        posts[postCount].first = first
        posts[postCount].last = last
        posts[postCount].gap = hasGap ? gap : -1
        posts[postCount].times = isOdd ? 1 : hasGap ? 0 : 2
    }
}
