/** The `options` of the plugin in nx.json. */
export interface GopherwoodPluginOptions {
  /** The name of the task. Default: `gopherwood`. */
  readonly targetName?: string;
  /** More arguments of the command, such as `--max-warnings 0`. */
  readonly args?: string;
  /**
   * Cached results count until the module itself changes, or one that it requires. Only for
   * configs without rules that compare all files of a repository, such as
   * `architecture/no-duplicate-files`. Default: false, and any Go file that changes counts.
   */
  readonly independent?: boolean;
  /** More inputs of Nx, such as `{workspaceRoot}/lint/**`, from which the config imports. */
  readonly inputs?: readonly string[];
  /** The files that `args` has the command write, such as `{projectRoot}/lint.json`. */
  readonly outputs?: readonly string[];
}
