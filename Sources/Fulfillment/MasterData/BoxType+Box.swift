import Cartonization
import Domain
import Foundation

extension BoxType {
    /// A box type as the packing engine sees it.
    init(_ box: Domain.Box) {
        self.init(id: box.id.text, inner: Size(box.inner))
        outer = box.outer.map(Size.init)
        tareG = box.tareG
        maxGrossG = box.maxWeightG
        // The engine counts in ten-thousandths of the site's money.
        cost = box.cost.flatMap(Double.init).map { Int(($0 * 10_000).rounded()) }
        supply = box.supply
        clearanceMM = box.clearanceMM
        maxItems = box.maxItems
        if box.form == .mailer { kind = .mailer(giveMM: box.giveMM ?? 0) }
    }
}

extension Size {
    init(_ size: SizeMM) { self.init(lengthMM: size.length, widthMM: size.width, heightMM: size.height) }
}

extension SizeMM {
    init(_ size: Size) { self.init(length: size.lengthMM, width: size.widthMM, height: size.heightMM) }
}

extension Transaction {
    /// The box type of a parcel: none is ever forgotten.
    func box(of parcel: Parcel) throws(Refusal) -> Domain.Box {
        guard let box = try store.boxes.box(parcel.box) else {
            throw .unreadable("parcel \(parcel.row): there is no box type \(parcel.box)")
        }
        return box
    }
}
