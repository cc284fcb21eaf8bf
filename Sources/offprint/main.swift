import FamilyNotices
import OffprintCLI
import OffprintFormats
import OffprintKit
import OffprintLanguage
import OffprintStages

var registry = Registry()
registry.add(BuiltinFormats.self)
registry.add(BuiltinStages.self)
registry.add(SystemLibraries.self)
registry.add(FamilyNoticesPlugin.self)
OffprintMain.main(registry: registry)
