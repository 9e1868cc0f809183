/// An element's place in dots, and how its own upright coordinates lie on the label.
///
/// An element draws as if it stood upright at the origin of a box of ``width`` × ``height``.
struct DotFrame {
    /// The upper left corner of the place on the label.
    let x: Int
    let y: Int
    /// The upright box: the place's sides, swapped where the element lies on its side.
    let width: Int
    let height: Int
    let rotation: Rotation

    init(_ place: Place, rotation: Rotation, dpi: HeadDPI) {
        x = dpi.dots(place.xMM)
        y = dpi.dots(place.yMM)
        let across = dpi.dots(place.rightMM) - x
        let down = dpi.dots(place.bottomMM) - y
        width = rotation.swapsSides ? down : across
        height = rotation.swapsSides ? across : down
        self.rotation = rotation
    }

    /// Where an upright rectangle lies on the label.
    func onLabel(_ rect: DotRect) -> DotRect {
        switch rotation {
        case .none:
            DotRect(x: x + rect.x, y: y + rect.y, width: rect.width, height: rect.height)
        case .quarter:
            DotRect(x: x + height - rect.y - rect.height, y: y + rect.x, width: rect.height, height: rect.width)
        case .half:
            DotRect(
                x: x + width - rect.x - rect.width, y: y + height - rect.y - rect.height,
                width: rect.width, height: rect.height)
        case .threeQuarters:
            DotRect(x: x + rect.y, y: y + width - rect.x - rect.width, width: rect.height, height: rect.width)
        }
    }

    /// The label point that the upright origin lies on.
    var origin: (x: Int, y: Int) {
        switch rotation {
        case .none: (x, y)
        case .quarter: (x + height, y)
        case .half: (x + width, y + height)
        case .threeQuarters: (x, y + width)
        }
    }
}
