// The files are real files, so that they can be read, compiled and tested where they are; the command carries them.
#include "CPluginTemplates.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char process_py[] = {
#embed "files/process.py"
};
static const unsigned char process_test[] = {
#embed "files/process-test.py"
};
static const unsigned char process_readme[] = {
#embed "files/process-README.md"
};
static const unsigned char c_source[] = {
#embed "files/c.c"
};
static const unsigned char c_test[] = {
#embed "files/c-test.c"
};
static const unsigned char c_makefile[] = {
#embed "files/c-Makefile"
};
static const unsigned char c_readme[] = {
#embed "files/c-README.md"
};
static const unsigned char c_json[] = {
#embed "files/json.h"
};
static const unsigned char c_interface[] = {
#embed "../COffprintPlugin/include/offprint_plugin.h"
};
static const unsigned char swift_package[] = {
#embed "files/swift-Package.template"
};
static const unsigned char swift_plugin[] = {
#embed "files/swift-Plugin.template"
};
static const unsigned char swift_main[] = {
#embed "files/swift-main.template"
};
static const unsigned char swift_tests[] = {
#embed "files/swift-Tests.template"
};
static const unsigned char swift_readme[] = {
#embed "files/swift-README.md"
};

static const struct {
  const char *name;
  const unsigned char *bytes;
  size_t count;
} files[] = {
    {"process.py", process_py, sizeof process_py},
    {"process-test.py", process_test, sizeof process_test},
    {"process-README.md", process_readme, sizeof process_readme},
    {"c.c", c_source, sizeof c_source},
    {"c-test.c", c_test, sizeof c_test},
    {"c-Makefile", c_makefile, sizeof c_makefile},
    {"c-README.md", c_readme, sizeof c_readme},
    {"json.h", c_json, sizeof c_json},
    {"offprint_plugin.h", c_interface, sizeof c_interface},
    {"swift-Package.template", swift_package, sizeof swift_package},
    {"swift-Plugin.template", swift_plugin, sizeof swift_plugin},
    {"swift-main.template", swift_main, sizeof swift_main},
    {"swift-Tests.template", swift_tests, sizeof swift_tests},
    {"swift-README.md", swift_readme, sizeof swift_readme},
};

const unsigned char *offprint_plugin_template(const char *name, size_t *count) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
    if (strcmp(files[i].name, name) == 0) {
      *count = files[i].count;
      return files[i].bytes;
    }
  }
  return NULL;
}
