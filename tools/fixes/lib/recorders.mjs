import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Gives packages a test file that has logrus and slog write records as JSON, each
 * package to a file of its own below `$GOPHERWOOD_RECORDS`.
 *
 * @param directory Of the module.
 * @param patterns The packages; those without tests of their own are left alone.
 */
export function addRecorders(directory, patterns, tags) {
  const format = "{{if .TestGoFiles}}{{.Dir}}\t{{.Name}}\t{{.ImportPath}}{{end}}";
  const { stdout } = spawnSync("go", ["list", "-e", "-tags", tags, "-f", format, ...patterns], {
    cwd: directory,
    encoding: "utf8",
  });
  for (const line of stdout.split("\n").filter(Boolean)) {
    const [path, name, importPath] = line.split("\t");
    writeFileSync(join(path, "gopherwood_records_test.go"), recorder(name, importPath));
  }
}

function recorder(name, importPath) {
  const file = `${importPath.replaceAll("/", "_")}.jsonl`;
  return `package ${name}

import (
	gopherwoodslog "log/slog"
	gopherwoodos "os"
	gopherwoodpath "path/filepath"

	gopherwoodlogrus "github.com/sirupsen/logrus"
)

func init() {
	path := gopherwoodpath.Join(gopherwoodos.Getenv("GOPHERWOOD_RECORDS"), "${file}")
	file, err := gopherwoodos.OpenFile(path, gopherwoodos.O_CREATE|gopherwoodos.O_APPEND|gopherwoodos.O_WRONLY, 0o644)
	if err != nil {
		panic(err)
	}
	gopherwoodlogrus.SetOutput(file)
	gopherwoodlogrus.SetLevel(gopherwoodlogrus.TraceLevel)
	gopherwoodlogrus.SetFormatter(&gopherwoodlogrus.JSONFormatter{})
	options := &gopherwoodslog.HandlerOptions{Level: gopherwoodslog.LevelDebug - 4}
	gopherwoodslog.SetDefault(gopherwoodslog.New(gopherwoodslog.NewJSONHandler(file, options)))
}
`;
}
