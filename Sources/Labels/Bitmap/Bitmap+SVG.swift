extension Bitmap {
    /// The label as an SVG in millimetres: one path of whole-dot rectangles, the same dots as on paper.
    ///
    /// - Complexity: linear in the dots and in the runs of black.
    public func svg() -> String {
        var path = ""
        for run in blackRectangles() {
            path += "M\(run.x) \(run.y)h\(run.width)v\(run.height)h-\(run.width)z"
        }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(dpi.mm(widthDots))mm" height="\(dpi.mm(heightDots))mm" \
            viewBox="0 0 \(widthDots) \(heightDots)" shape-rendering="crispEdges">
            <rect width="\(widthDots)" height="\(heightDots)" fill="#fff"/>
            <path d="\(path)"/>
            </svg>

            """
    }

    /// Runs of black dots, those that stand below each other in the same columns joined.
    private func blackRectangles() -> [DotRect] {
        var done: [DotRect] = []
        var open: [DotRect] = []
        for y in 0...heightDots {
            let runs = y < heightDots ? blackRuns(row: y) : []
            var next: [DotRect] = []
            var above = open[...]
            for run in runs {
                while let first = above.first, first.x < run.lowerBound { done.append(above.removeFirst()) }
                if let first = above.first, first.x == run.lowerBound, first.width == run.count {
                    next.append(DotRect(x: first.x, y: first.y, width: first.width, height: first.height + 1))
                    above.removeFirst()
                } else {
                    next.append(DotRect(x: run.lowerBound, y: y, width: run.count, height: 1))
                }
            }
            done += above
            open = next
        }
        return done
    }

    private func blackRuns(row: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var x = 0
        while x < widthDots {
            if bytes[row * bytesPerRow + x >> 3] == 0 {
                x = (x | 7) + 1
                continue
            }
            guard self[x, row] else {
                x += 1
                continue
            }
            var end = x + 1
            while end < widthDots, self[end, row] { end += 1 }
            runs.append(x..<end)
            x = end
        }
        return runs
    }
}
