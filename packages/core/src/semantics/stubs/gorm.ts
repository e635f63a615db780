const CHAINED =
  `Assign Attrs Begin Clauses Commit Count Create CreateInBatches Debug Delete Distinct Exec Find
  FindInBatches First FirstOrCreate FirstOrInit Group Having InnerJoins InstanceSet Joins Last
  Limit MapColumns Model New Not Offset Omit Or Order Pluck Preload Raw Rollback Save Scan
  ScanRows Scopes Select Session Set Table Take Unscoped Update UpdateColumn UpdateColumns
  Updates Where WithContext`.split(/\s+/u);

const SOURCE = `package gorm

type DB struct { Error error; RowsAffected int64 }
type Migrator interface{}
func Open(dialector any, options ...any) (*DB, error)
${CHAINED.map((name) => `func (db *DB) ${name}(values ...any) *DB`).join("\n")}
func (db *DB) AutoMigrate(values ...any) error
func (db *DB) Migrator() Migrator
func (db *DB) Transaction(work func(tx *DB) error, options ...any) error
`;

/** Declarations of GORM, of its first version too. */
export const GORM: Readonly<Record<string, string>> = {
  "gorm.io/gorm": SOURCE,
  "github.com/jinzhu/gorm": SOURCE,
};
