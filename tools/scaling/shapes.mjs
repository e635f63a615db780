/** Statements that rules of the packs look at; `#` is a number. */
export const STATEMENTS = {
  calls: `e.step(#)`,
  logging: `log.Printf("step %d of %v", #, err)`,
  pairs: `slog.Info("step", "password", id, "error", err)`,
  errors: `if err := e.step(#); err != nil {\n\treturn err\n}`,
  ignored: `_ = os.Remove("a")\nfile.Close()`,
  sql: `db.Exec("UPDATE volume_mounts SET a = ? WHERE id = 1", #)`,
  format: `query# := "DELETE FROM jobs WHERE id IN (%s)"\ndb.Exec(fmt.Sprintf(query#, id))`,
  chains: `query = orm.Where("id = ?", #)\nquery.Find(&jobs)`,
  records: `e.jobs.Save("running")`,
  volumes: `client.DetachVolume(ctx, "a")\ncloud.AttachVolume("a", "b")`,
  waits: `op#, err := client.DetachVolume(ctx, "a")\nclient.WaitForCompletion(ctx, op#.ID)`,
  requests: `http.Get(base + "/api/v1/volumes")`,
  rollbacks: `e.create(#)\nif err := e.start(#); err != nil {\n\te.remove(#)\n\treturn err\n}`,
  panics: `if e == nil {\n\tpanic("step #")\n}\nos.Exit(#)`,
};

const repeat = (n, make) => Array.from({ length: n }, (_, index) => make(index)).join("\n");

/** Bodies of functions with a statement `n` times, or `n` levels around it. */
export const SHAPES = {
  statements: (n, statement) => repeat(n, statement),
  branches: (n, statement) => repeat(n, (i) => `if ok(${i}) {\n${statement(i)}\n}`),
  elses: (n, statement) =>
    Array.from({ length: n }, (_, i) => `if ok(${i}) {\n${statement(i)}\n}`).join(" else "),
  cases: (n, statement) =>
    `switch id {\n${repeat(n, (i) => `case "${i}":\n${statement(i)}`)}\n}`,
  loops: (n, statement) => repeat(n, (i) => `for range jobs {\n${statement(i)}\n}`),
  closures: (n, statement) =>
    repeat(n, (i) => `e.run(func() error {\n${statement(i)}\nreturn nil\n})`),
  defers: (n, statement) => repeat(n, (i) => `defer func() {\n${statement(i)}\n}()`),
  blocks: (n, statement) => nested(n, "if ok(1) {", "}", statement),
  "nested loops": (n, statement) => nested(n, "for range jobs {", "}", statement),
  "nested closures": (n, statement) =>
    nested(n, "e.run(func() error {", "return nil\n})", statement),
  selectors: (n, statement) =>
    `query = orm${".Where(1)".repeat(n)}.Find(&jobs)\n${statement(0)}`,
  concatenation: (n, statement) =>
    `db.Exec("SELECT id FROM jobs"${' + " WHERE id = " + id'.repeat(n)})\n${statement(0)}`,
};

function nested(n, open, close, statement) {
  return `${`${open}\n`.repeat(n)}${statement(0)}\n${`${close}\n`.repeat(n)}`;
}

const HEAD = `package failover

import (
	"context"
	"database/sql"
	"fmt"
	"log"
	"log/slog"
	"net/http"
	"os"

	"example.com/app/common"
	"example.com/app/database"
	"example.com/app/ossea"
	"gorm.io/gorm"
)

type engine struct{ jobs database.FailoverJobs }

func (e *engine) step(n int) error { return nil }

func (e *engine) run(work func() error) {}

func ok(n int) bool { return true }
`;

const SIGNATURE =
  "(ctx context.Context, db *sql.DB, orm *gorm.DB, client *common.VolumeClient, cloud *ossea.Client, file *os.File, base, id string) (err error)";

/** Returns a file with a body, or with `n` functions that call one another. */
export function fileOf(shape, name, n) {
  const statement = (index) => STATEMENTS[name].replaceAll("#", String(index));
  if (shape !== "functions") {
    const body = SHAPES[shape](n, statement);
    return `${HEAD}\nfunc (e *engine) RunJob${SIGNATURE} {\nvar query *gorm.DB\nvar jobs []int\n${body}\nreturn nil\n}\n`;
  }
  const functions = repeat(
    n,
    (i) =>
      `func (e *engine) Run${i}${SIGNATURE} {\nvar query *gorm.DB\nvar jobs []int\n${statement(i)}\nreturn e.Run${i + 1}(ctx, db, orm, client, cloud, file, base, id)\n}\n`,
  );
  return `${HEAD}\n${functions}`;
}
