import JSON

/// What decides one method: state, parameters and time in, the answer or a refusal out.
typealias Rule = @Sendable (Transaction, Params) throws(Refusal) -> JSONValue

/// Every method that the site answers.
let rules: [String: Rule] = [
    "layout.check": { tx, params throws(Refusal) in try tx.checkLayout(params) },
    "layout.load": { tx, params throws(Refusal) in try tx.loadLayout(params) },
    "layout.list": { tx, params throws(Refusal) in try tx.listLayouts(params) },
    "layout.get": { tx, params throws(Refusal) in try tx.getLayout(params) },

    "sku.upsert": { tx, params throws(Refusal) in try tx.upsertSKU(params) },
    "sku.get": { tx, params throws(Refusal) in try tx.getSKU(params) },
    "sku.list": { tx, params throws(Refusal) in try tx.listSKUs(params) },
    "box.upsert": { tx, params throws(Refusal) in try tx.upsertBox(params) },
    "box.list": { tx, params throws(Refusal) in try tx.listBoxes(params) },
    "tote.upsert": { tx, params throws(Refusal) in try tx.upsertTote(params) },
    "tote.list": { tx, params throws(Refusal) in try tx.listTotes(params) },

    "stock.receive": { tx, params throws(Refusal) in try tx.receiveStock(params) },
    "stock.adjust": { tx, params throws(Refusal) in try tx.adjustStock(params) },
    "stock.move": { tx, params throws(Refusal) in try tx.moveStock(params) },
    "stock.list": { tx, params throws(Refusal) in try tx.listStock(params) },
    "stock.available": { tx, params throws(Refusal) in try tx.showAvailable(params) },

    "order.allocate": { tx, params throws(Refusal) in try tx.allocateOrder(params) },
    "order.release": { tx, params throws(Refusal) in try tx.releaseOrders(params) },
    "order.unrelease": { tx, params throws(Refusal) in try tx.unreleaseOrder(params) },
    "order.cancel": { tx, params throws(Refusal) in try tx.cancelOrder(params) },
    "order.hold": { tx, params throws(Refusal) in try tx.holdOrder(params) },
    "order.resume": { tx, params throws(Refusal) in try tx.resumeOrder(params) },
    "order.get": { tx, params throws(Refusal) in try tx.getOrder(params) },
    "order.list": { tx, params throws(Refusal) in try tx.listOrders(params) },
    "order.explain": { tx, params throws(Refusal) in try tx.explainOrder(params) },

    "session.start": { tx, params throws(Refusal) in try tx.startSession(params) },
    "session.end": { tx, params throws(Refusal) in try tx.endSession(params) },
    "session.list": { tx, params throws(Refusal) in try tx.listSessions(params) },

    "tour.next": { tx, params throws(Refusal) in try tx.nextTour(params) },
    "tour.scan": { tx, params throws(Refusal) in try tx.scanOnTour(params) },
    "tour.short": { tx, params throws(Refusal) in try tx.shortOnTour(params) },
    "tour.skip": { tx, params throws(Refusal) in try tx.skipOnTour(params) },
    "tour.why": { tx, params throws(Refusal) in try tx.explainStop(params) },
    "tour.pause": { tx, params throws(Refusal) in try tx.pauseTour(params) },
    "tour.list": { tx, params throws(Refusal) in try tx.listTours(params) },

    "pack.start": { tx, params throws(Refusal) in try tx.startPacking(params) },
    "pack.scan": { tx, params throws(Refusal) in try tx.scanAtBench(params) },
    "pack.box": { tx, params throws(Refusal) in try tx.changeBox(params) },
    "pack.undo": { tx, params throws(Refusal) in try tx.undoPacking(params) },
    "pack.reopen": { tx, params throws(Refusal) in try tx.reopenParcel(params) },
    "pack.weigh": { tx, params throws(Refusal) in try tx.weighParcel(params) },
    "pack.close": { tx, params throws(Refusal) in try tx.closeParcel(params) },
    "pack.confirm": { tx, params throws(Refusal) in try tx.confirmParcel(params) },

    "parcel.get": { tx, params throws(Refusal) in try tx.getParcel(params) },
    "parcel.list": { tx, params throws(Refusal) in try tx.listParcels(params) },
    "parcel.handover": { tx, params throws(Refusal) in try tx.handOverParcel(params) },

    "label.list": { tx, params throws(Refusal) in try tx.listLabels(params) },
    "label.reprint": { tx, params throws(Refusal) in try tx.reprintLabel(params) },
    "label.move": { tx, params throws(Refusal) in try tx.moveLabels(params) },
    "label.void": { tx, params throws(Refusal) in try tx.voidLabel(params) },
    "label.outcome": { tx, params throws(Refusal) in try tx.settleLabel(params) },
    "labels.settle": { tx, params throws(Refusal) in try tx.settleLabels(params) },
    "labels.wait": { tx, params throws(Refusal) in try tx.tellWaiting(params) },

    "event.list": { tx, params throws(Refusal) in try tx.listEvents(params) },
    "event.ack": { tx, params throws(Refusal) in try tx.acknowledgeEvents(params) },
    "event.forget": { tx, params throws(Refusal) in try tx.forgetConsumer(params) },

    "import.begin": { tx, params throws(Refusal) in try tx.beginImport(params) },
    "import.rows": { tx, params throws(Refusal) in try tx.stageImportRows(params) },
    "import.commit": { tx, params throws(Refusal) in try tx.commitImport(params) },

    "answers.forget": { tx, params throws(Refusal) in try tx.forgetOldAnswers(params) },
    "status": { tx, params throws(Refusal) in try tx.status(params) },
    "audit": { tx, params throws(Refusal) in try tx.audit(params) },
]
