import { run } from "../../../packages/cli/dist/main.js";

/**
 * Runs the command in this process.
 *
 * @returns What it printed.
 * @throws {Error} If the work could not be done.
 */
export async function lint(cwd, config, args) {
  const written = { stdout: "", stderr: "" };
  const output = (name) => ({ isTTY: false, write: (text) => (written[name] += text) });
  const [command, ...others] = args[0] === "baseline" ? args : ["", ...args];
  const code = await run(
    [...(command ? [command] : []), "--config", config, "--rule-timeout", "0", ...others],
    {
      cwd,
      env: {},
      stdin: [],
      stdout: output("stdout"),
      stderr: output("stderr"),
    },
  );
  if (code === 2) throw new Error(written.stderr);
  return written.stdout;
}
