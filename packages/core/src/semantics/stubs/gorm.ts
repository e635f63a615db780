/** The methods of GORM's handle that work on a table, by what they do. */
export const GORM_METHODS: Readonly<
  Record<"builders" | "reads" | "writes", readonly string[]>
> = {
  /** They describe a query and run nothing. */
  builders:
    `Assign Attrs Clauses Distinct Group Having InnerJoins Joins Limit Model Not Offset Omit Or
    Order Preload Scopes Select Table Unscoped Where`.split(/\s+/u),
  reads:
    `Count Find FindInBatches First FirstOrInit Last Pluck Row Rows Scan ScanRows Take`.split(
      /\s+/u,
    ),
  writes: `Create CreateInBatches Delete FirstOrCreate Save Update UpdateColumn UpdateColumns
    Updates`.split(/\s+/u),
};

/** Methods of a handle that work on its session, or run SQL that is given as text. */
const OTHERS =
  `Begin Commit Debug Exec InstanceSet MapColumns New Raw Rollback Session Set WithContext`.split(
    /\s+/u,
  );

/** Methods that return a handle: all but those that return rows of `database/sql`. */
const CHAINED = [...Object.values(GORM_METHODS).flat(), ...OTHERS].filter(
  (name) => name !== "Row" && name !== "Rows",
);

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
