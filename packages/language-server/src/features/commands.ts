/** The commands that the server executes. */
export const COMMANDS = {
  /** Applies all fixes to a document; argument: its address. */
  fixAll: "gopherwood.fixAll",
  /** Lints all files of the workspace. */
  lintWorkspace: "gopherwood.lintWorkspace",
  /** Shows a page of the web; argument: its address. */
  openPage: "gopherwood.openPage",
  /** Selects a part of a document; arguments: its address and a range. */
  select: "gopherwood.select",
} as const;
