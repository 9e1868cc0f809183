import Foundation

/// dvdoug/BoxPacker under php, on the same real orders.
struct BoxPackerPeer {
    let folder: String?
    let data: String

    /// Where a checkout, or what composer has fetched, usually is.
    private static let usualFolders = [
        "../BoxPacker", "../peers/BoxPacker", "vendor/dvdoug/boxpacker", "../vendor/dvdoug/boxpacker",
    ]

    private static func isBoxPacker(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/src/Packer.php")
    }

    func report() -> String {
        guard let folder = ([folder].compactMap { $0 } + Self.usualFolders).first(where: Self.isBoxPacker)
        else {
            return """
                BoxPacker: skipped, it is neither at \(folder ?? "--boxpacker FOLDER") nor at ../BoxPacker; get it by \
                "git clone https://github.com/dvdoug/BoxPacker ../BoxPacker", and php by "apt-get install php-cli"
                """
        }
        return PeerProcess.run(
            "php", script: Self.script, suffix: "php", arguments: [folder, data], name: "BoxPacker")
    }

    private static let script = #"""
        <?php
        namespace Psr\Log { interface LoggerInterface {} interface LoggerAwareInterface {}
            class NullLogger implements LoggerInterface { public function __call($n, $a) {} }
            class LogLevel { const DEBUG='debug'; const INFO='info'; const NOTICE='notice'; const WARNING='warning'; } }
        namespace {
        error_reporting(E_ERROR);
        $root = $argv[1]; $data = $argv[2];
        spl_autoload_register(function ($c) use ($root) {
            $f = $root . '/src/' . str_replace('\\', '/', substr($c, strlen('DVDoug\\BoxPacker\\'))) . '.php';
            if (is_file($f)) { require $f; } });
        class B implements \DVDoug\BoxPacker\Box, \JsonSerializable { function __construct(public $b) {}
            function jsonSerialize(): mixed { return $this->b; }
            function getReference(): string { return $this->b->id; }
            function getOuterWidth(): int { return $this->b->outer_mm[0]; } function getOuterLength(): int { return $this->b->outer_mm[1]; }
            function getOuterDepth(): int { return $this->b->outer_mm[2]; } function getEmptyWeight(): int { return $this->b->tare_g; }
            function getInnerWidth(): int { return $this->b->inner_mm[0]; } function getInnerLength(): int { return $this->b->inner_mm[1]; }
            function getInnerDepth(): int { return $this->b->inner_mm[2]; } function getMaxWeight(): int { return $this->b->max_weight_g; } }
        class I implements \DVDoug\BoxPacker\Item, \JsonSerializable { function __construct(public $i, public $r) {}
            function jsonSerialize(): mixed { return $this->i; }
            function getDescription(): string { return $this->i->sku; } function getWidth(): int { return $this->i->size_mm[0]; }
            function getLength(): int { return $this->i->size_mm[1]; } function getDepth(): int { return $this->i->size_mm[2]; }
            function getWeight(): int { return $this->i->weight_g; }
            function getAllowedRotation(): \DVDoug\BoxPacker\Rotation { return $this->r; } }
        $boxes = json_decode(file_get_contents("$data/boxes.json"))->boxes;
        $lines = file("$data/orders.ndjson");
        foreach (['any' => \DVDoug\BoxPacker\Rotation::BestFit, 'upright' => \DVDoug\BoxPacker\Rotation::KeepFlat] as $mode => $rotation) {
            $times = []; $parcels = 0; $volume = 0;
            foreach ($lines as $line) {
                $order = json_decode($line); $start = hrtime(true);
                $packer = new \DVDoug\BoxPacker\Packer();
                foreach ($boxes as $b) { $packer->addBox(new B($b)); }
                foreach ($order->items as $i) { $packer->addItem(new I($i, $rotation), $i->qty); }
                foreach ($packer->pack() as $p) { $parcels++; $m = $p->box->b->inner_mm; $volume += $m[0] * $m[1] * $m[2]; }
                $times[] = (hrtime(true) - $start) / 1000;
            }
            sort($times); $n = count($times);
            printf("BoxPacker, %s: %d parcels, %d L; µs: mean %d, p50 %d, p99 %d, max %d\n", $mode, $parcels, $volume / 1e6,
                array_sum($times) / $n, $times[intdiv($n, 2)], $times[(int) ($n * 0.99)], $times[$n - 1]);
        } }
        """#
}

/// py3dbp from PyPI, on every tenth of the same orders: it fills the boxes that it is given, so it is given
/// the smallest that takes all, else the one that takes most.
struct Py3dbpPeer {
    let data: String

    func report() -> String {
        PeerProcess.run("python3", script: Self.script, suffix: "py", arguments: [data], name: "py3dbp")
    }

    private static let script = #"""
        import json, sys, time
        from py3dbp import Packer, Bin, Item
        data = sys.argv[1]
        boxes = json.load(open(data + '/boxes.json'))['boxes']
        boxes.sort(key=lambda b: b['inner_mm'][0] * b['inner_mm'][1] * b['inner_mm'][2])
        times, parcels, volume = [], 0, 0
        for line in open(data + '/orders.ndjson').readlines()[::10]:
            left = [(i['sku'] + '/' + str(k), i) for i in json.loads(line)['items'] for k in range(i['qty'])]
            start = time.perf_counter()
            while left:
                best = None
                for b in boxes:
                    packer = Packer()
                    packer.add_bin(Bin(b['id'], b['inner_mm'][0], b['inner_mm'][2], b['inner_mm'][1], b['max_weight_g'] - b['tare_g']))
                    for name, i in left:
                        packer.add_item(Item(name, i['size_mm'][0], i['size_mm'][2], i['size_mm'][1], i['weight_g']))
                    packer.pack(bigger_first=True, number_of_decimals=0)
                    names = {x.name for x in packer.bins[0].items}
                    if best is None or len(names) > len(best[0]):
                        best = (names, b)
                    if len(names) == len(left):
                        break
                if not best[0]:
                    break
                left = [x for x in left if x[0] not in best[0]]
                parcels += 1
                m = best[1]['inner_mm']
                volume += m[0] * m[1] * m[2]
            times.append((time.perf_counter() - start) * 1e6)
        times.sort()
        print('py3dbp, any, %d orders: %d parcels, %d L; µs: mean %d, p50 %d, p99 %d, max %d' % (len(times), parcels,
            volume / 1e6, sum(times) / len(times), times[len(times) // 2], times[int(len(times) * 0.99)], times[-1]))
        """#
}

/// Runs a peer's script and returns what it printed, or why it could not.
enum PeerProcess {
    static func run(_ program: String, script: String, suffix: String, arguments: [String], name: String)
        -> String
    {
        let path =
            NSTemporaryDirectory() + "/wms-bench-peer-\(ProcessInfo.processInfo.processIdentifier).\(suffix)"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, path] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try script.write(toFile: path, atomically: true, encoding: .utf8)
            try process.run()
        } catch {
            return "\(name): skipped, \(error)"
        }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus != 0 || text.isEmpty {
            return
                "\(name): skipped, \(program) ended with \(process.terminationStatus): is it installed with \(name)?"
        }
        return String(text.dropLast(text.hasSuffix("\n") ? 1 : 0))
    }
}
