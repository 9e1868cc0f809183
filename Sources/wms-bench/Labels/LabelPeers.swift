import Foundation

/// The same shipping label made by public programs, in the same run.
struct LabelPeers {
    let python: String
    let labelsPerSecond: Double
    /// Labels with nothing but the two symbols, which is all that zint's program makes.
    let symbolsPerSecond: Double

    private static let labels = 200

    func report() {
        report("reportlab, PDF of the whole label", run: python, Self.reportlab, against: labelsPerSecond)
        report(
            "zint's own program, the two symbols alone as PNG", run: "sh", Self.zint,
            against: symbolsPerSecond)
        report(
            "zint's own program, the same in one process a symbology", run: "sh", Self.zintBatch,
            against: symbolsPerSecond)
    }

    /// - Parameter script: prints its labels a second as its last word.
    private func report(_ name: String, run program: String, _ script: String, against ours: Double) {
        let output = PeerProcess.run(
            program, script: script, suffix: "peer", arguments: [String(Self.labels)], name: name)
        guard let rate = output.split(whereSeparator: \.isWhitespace).last.flatMap({ Double($0) }), rate > 0
        else {
            return print(output)
        }
        let ratio = (ours / rate * 10).rounded() / 10
        print(
            "\(name): \((rate * 10).rounded() / 10) labels per second; this engine makes \(ratio) times as many of the same"
        )
    }

    private static let reportlab = """
        import io, sys, time
        from reportlab.graphics.barcode.code128 import Code128
        from reportlab.graphics.barcode.qr import QrCodeWidget
        from reportlab.graphics.shapes import Drawing
        from reportlab.graphics import renderPDF
        from reportlab.lib.units import mm
        from reportlab.pdfgen.canvas import Canvas

        def label(n):
            out = io.BytesIO()
            page = Canvas(out, pagesize=(101.6 * mm, 152.4 * mm))
            def text(x, y, size, words):
                page.setFont('Helvetica-Bold', size * mm)
                page.drawString(x * mm, (152.4 - y) * mm, words)
            for row, line in enumerate(['Tea House', '1 Warehouse Road', 'Gate 4', '10001 New York', 'US']):
                text(4, 10 + 3.6 * row, 3, line)
            for row, line in enumerate(['Alex Rivera %d' % n, 'Main Street %d' % n, '%d' % (10000 + n), 'Berlin', 'DE']):
                text(4, 37 + 7 * row, 5.5, line)
            text(66, 12, 9, 'D%d' % (n % 12)); text(66, 22, 4.5, 'SAME_DAY')
            text(4, 77, 2.4, 'ORDER'); text(4, 82, 5, 'ORD-2026-05-06-%d' % n)
            text(4, 89, 2.4, 'PARCEL'); text(4, 94, 4.5, '%d / 3' % (n % 3 + 1))
            text(24, 89, 2.4, 'WEIGHT'); text(24, 94, 4.5, '%.2f kg' % (n / 100))
            text(50, 89, 2.4, 'BOX'); text(50, 94, 4.5, 'M')
            for y in (26, 72, 108):
                page.rect(2 * mm, (152.4 - y) * mm, 97.6 * mm, 0.5 * mm, fill=1)
            sscc = '00106141411%07d' % n
            bars = Code128('\\xf1' + sscc, barWidth=0.5 * mm, barHeight=32 * mm, quiet=False)
            bars.drawOn(page, 11.8 * mm, 8 * mm)
            text(25, 150, 3.5, 'SSCC (00)' + sscc[2:])
            drawing = Drawing()
            drawing.add(QrCodeWidget('https://id.gs1.org/00/' + sscc[2:], barLevel='M', barWidth=30 * mm, barHeight=30 * mm))
            renderPDF.draw(drawing, page, 67 * mm, 47 * mm)
            page.save()
            return out.getvalue()

        count = int(sys.argv[1])
        label(1)
        start = time.perf_counter()
        for n in range(count):
            label(n)
        print(count / (time.perf_counter() - start))
        """

    private static let zint = """
        command -v zint >/dev/null || exit 1
        folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
        start=$(date +%s%N); n=0
        while [ $n -lt "$1" ]; do
            zint --barcode=16 --data="[00]106141411234567897" --notext -o "$folder/a.png" || exit 1
            zint --barcode=58 --secure=2 --data="https://id.gs1.org/00/106141411234567897/$n" -o "$folder/b.png" || exit 1
            n=$((n + 1))
        done
        awk "BEGIN { print $1 * 1e9 / ($(date +%s%N) - $start) }"
        """

    private static let zintBatch = """
        command -v zint >/dev/null || exit 1
        folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder" || exit 1
        n=0
        while [ $n -lt "$1" ]; do
            echo "[00]106141411234567897" >> sscc; echo "https://id.gs1.org/00/106141411234567897/$n" >> link
            n=$((n + 1))
        done
        start=$(date +%s%N)
        zint --barcode=16 --batch --input=sscc -o "a~~~~~.png" || exit 1
        zint --barcode=58 --secure=2 --batch --input=link -o "b~~~~~.png" || exit 1
        awk "BEGIN { print $1 * 1e9 / ($(date +%s%N) - $start) }"
        """
}
