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
