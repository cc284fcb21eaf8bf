import OffprintCLI
import OffprintKit

let registry = Registry()
OffprintMain.main(registry: registry)
