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
        let turned = rotation.turned(rect)
        return DotRect(
            x: origin.x + turned.x, y: origin.y + turned.y, width: turned.width, height: turned.height)
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
