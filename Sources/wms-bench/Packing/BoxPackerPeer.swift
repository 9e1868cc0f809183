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
