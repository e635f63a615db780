import { parseStubs } from "@gopherwood/core";

/** Methods of GORM that run something; the others say what. */
export const FINISHERS: ReadonlySet<string> = new Set(
  `Count Create CreateInBatches Delete Exec Find FindInBatches First FirstOrCreate FirstOrInit Last Pluck Raw
  Row Rows Save Scan ScanRows Take Update UpdateColumn UpdateColumns Updates`.split(/\s+/u),
);

/** Methods that say what a query is about. */
export const BUILDERS: ReadonlySet<string> = new Set(
  `Assign Attrs Clauses Distinct Group Having InnerJoins Joins Limit Model Not Offset Omit Or Order Preload Scopes Select
  Table Unscoped Where`.split(/\s+/u),
);

const CHAIN = [
  ...BUILDERS,
  ...FINISHERS,
  "Debug",
  "Begin",
  "Commit",
  "InstanceSet",
  "MapColumns",
  "Rollback",
  "Session",
  "Set",
  "WithContext",
].filter((name) => !/^Rows?$/u.test(name));

const GORM = `package gorm

type DB struct { Error error; RowsAffected int64 }
type Migrator interface{}
func Open(dialector any, options ...any) (*DB, error)
${CHAIN.map((name) => `func (db *DB) ${name}(values ...any) *DB`).join("\n")}
func (db *DB) AutoMigrate(values ...any) error
func (db *DB) Migrator() Migrator
func (db *DB) Transaction(work func(tx *DB) error, options ...any) error
`;

/** What is known of GORM without reading it. */
export const GORM_DECLARATIONS = parseStubs({
  "gorm.io/gorm": GORM,
  "github.com/jinzhu/gorm": GORM,
});
