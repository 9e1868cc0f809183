/// What the spooler does for a printer, each possible only where those before it are: the folder of a full disk
/// can be read and not written, and a folder that can be written helps no label whose template is broken.
enum SpoolOperation: Int, Sendable {
    case read, write, draw
}
