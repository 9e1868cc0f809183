import Foundation

/// The same shipping label made by public programs, in the same run; CPU seconds on both sides.
struct LabelPeers {
    let python: String
    let labelsPerCPUSecond: Double
    /// Labels with nothing but the two symbols, which is all that zint's program makes.
    let symbolsPerCPUSecond: Double

    private static let labels = 200

    func report() {
        report("reportlab, PDF of the whole label", Self.reportlab, against: labelsPerCPUSecond)
        guard Self.hasZint else {
            return print("skipped: zint's own program is not installed (apt-get install zint)")
        }
        report(
            "zint's own program, the two symbols alone as PNG", Self.zint, against: symbolsPerCPUSecond)
        report(
            "zint's own program, the same in one process a symbology", Self.zintBatch,
            against: symbolsPerCPUSecond)
    }

    private static var hasZint: Bool {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/zint")
        }
    }

    /// - Parameter script: Python that prints its labels a CPU second as its last word.
    private func report(_ name: String, _ script: String, against ours: Double) {
        let output = PeerProcess.run(
            python, script: script, suffix: "py", arguments: [String(Self.labels)], name: name)
        guard let rate = output.split(whereSeparator: \.isWhitespace).last.flatMap({ Double($0) }), rate > 0
        else { return print(output) }
        let ratio = (ours / rate * 10).rounded() / 10
        print(
            "\(name): \((rate * 10).rounded() / 10) labels per CPU second; this engine makes \(ratio) times as many of the same"
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
        start = time.process_time()
        for n in range(count):
            label(n)
        print(count / (time.process_time() - start))
        """

    private static let zint = """
        import os, resource, subprocess, sys, tempfile
        count = int(sys.argv[1])
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            for n in range(count):
                link = 'https://id.gs1.org/00/106141411234567897/%d' % n
                subprocess.run(['zint', '--barcode=16', '--data=[00]106141411234567897', '--notext', '-o', 'a.png'], check=True)
                subprocess.run(['zint', '--barcode=58', '--secure=2', '--data=' + link, '-o', 'b.png'], check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(count / (used.ru_utime + used.ru_stime))
        """

    private static let zintBatch = """
        import os, resource, subprocess, sys, tempfile
        count = 10 * int(sys.argv[1])
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            open('sscc', 'w').write('[00]106141411234567897\\n' * count)
            open('link', 'w').write(''.join('https://id.gs1.org/00/106141411234567897/%d\\n' % n for n in range(count)))
            subprocess.run(['zint', '--barcode=16', '--batch', '--input=sscc', '-o', 'a~~~~~.png'], check=True)
            subprocess.run(['zint', '--barcode=58', '--secure=2', '--batch', '--input=link', '-o', 'b~~~~~.png'], check=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(count / (used.ru_utime + used.ru_stime))
        """
}
