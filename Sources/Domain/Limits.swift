/// The bounds of what one site accepts, each with its reason.
public enum Limits {
    /// Sums of a thousand million pieces or grams stay far below 2^53, the largest whole number that every
    /// client can read.
    public static let quantityMax = 1_000_000_000
    /// The longest edge of an item, box or tote, and so the furthest place in one: longer than any container, and what
    /// boxes can be chosen for.
    public static let sideMMMax = 30_000
    /// Ids, lots, badges and addresses: longer ones fit neither a barcode on a label nor a line of a handheld's screen.
    public static let idBytesMax = 64
    /// Lines of one order: more than any real one has, few enough to decide at once.
    public static let orderLinesMax = 1_000
    /// A longer number typed at a quantity is a barcode that was scanned.
    public static let keyedDigitsMax = 6
    /// Counts in one bin, of whatever goods, that a dialogue keeps: more kinds of goods than a bin has, and few enough
    /// that each scan can store all of them, and that the last can book what differs.
    public static let countsInBinMax = 200
    /// Pieces whose places stand in a prompt: no line gets longer than 1 MiB; `parcel.get` gives the others.
    public static let piecesShownMax = 1_000
    /// Places described in words at once: more do not fit on a packer's screen.
    public static let placesListedMax = 6
    /// Labels moved to another printer by one command: so many files are withdrawn before it is answered.
    public static let labelsMovedMax = 500
    /// Warnings of one layout: as many as somebody reads.
    public static let layoutWarningsMax = 100
    /// More grams or millilitres than any cart takes, and few enough that those of all lines can be added.
    public static let cartGOrMLMax = 1_000_000_000_000
    /// From the totes' arrival at the bench to the driver's at the dock: waiting for a packer, packing,
    /// labelling and the way there.
    public static let packingS = 30 * 60
    /// Rows of an import whose commit is answered when all are booked: what one request brings, so that who sends a
    /// small file finds it booked when the answer comes. Of more, the commit is answered before.
    public static let importAwaitedMax = 1_000
    /// More faults than this are one fault of the whole file.
    public static let importFaultsMax = 100
}
