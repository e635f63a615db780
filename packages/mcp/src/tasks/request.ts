/** A request about files of a folder. */
export interface WorkspaceRequest {
  /** The folder: absolute, without symbolic links. */
  readonly root: string;
  /** Files and directories: absolute, without symbolic links. */
  readonly paths: readonly string[];
}

/** Called after each file. */
export type Progress = (done: number, total: number) => void;
