/** Migrations of two tables. */
export const JOBS = "CREATE TABLE jobs (job_id TEXT PRIMARY KEY, status TEXT, size_gb INT);\n";
export const VMS = "CREATE TABLE vms (vm_id TEXT, name TEXT);\n";

/** Returns a file with a string. */
export const go = (text: string) =>
  `package db\n\nvar q = ${text.includes("`") ? JSON.stringify(text) : `\`${text}\``}\n`;

/** Returns a file with a function that uses GORM. */
export const orm = (body: string) =>
  `package db\n\nimport "gorm.io/gorm"\n\ntype Job struct{}\n\nfunc f(db *gorm.DB, jobs []Job, id string) {\n\t${body}\n}\n`;

/** Returns a file with a field that has a tag. */
export const tagged = (tag: string, type = "Job") =>
  `package db\n\ntype ${type} struct {\n\tField string \`${tag}\`\n}\n`;

/** The rest of a case beside its code: migrations, other files, options. */
interface Case {
  readonly sql?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly options?: [{ migrations?: string[]; models?: { type: string; table: string }[] }];
}

/** Returns the files of a module in which `oma/db/a.go` has this code. */
export const files = (code: string, { sql = JOBS + VMS, more = {} }: Case = {}) => ({
  "go.mod": "module example.com/m\n",
  "migrations/1_start.sql": sql,
  "oma/db/a.go": code,
  ...more,
});

/** Returns a function for cases with one site. */
export const judged =
  (verdict: "compliant" | "undecided", reason?: RegExp) =>
  (name: string, code: string, { options, ...rest }: Case = {}) => ({
    name,
    files: files(code, rest),
    ...(options && { options }),
    sites: { "oma/db/a.go": [{ verdict, ...(reason && { reason }) }] },
  });

export const compliant = judged("compliant");

/** Returns a case without sites. */
export const silent = (name: string, code: string, given: Case = {}) => ({
  name,
  files: files(code, given),
  sites: { "oma/db/a.go": [] },
});

/** Returns a case with one wrong column, and with the right one as a suggestion if there is one. */
export const wrong = (
  name: string,
  code: string,
  [column, right]: readonly [string, string | null],
  { options, ...rest }: Case = {},
) => ({
  name,
  files: files(code, rest),
  ...(options && { options }),
  errors: {
    "oma/db/a.go": [
      {
        message: new RegExp(
          `instead of '${column}'${right === null ? "\\." : `: it may be '${right}'`}`,
          "u",
        ),
        ...(right !== null && {
          suggestions: [{ desc: `Write '${right}'.`, output: code.replace(column, right) }],
        }),
      },
    ],
  },
});
