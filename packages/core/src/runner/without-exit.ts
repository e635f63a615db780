/** Thrown instead of ending the process. */
export class ExitError extends Error {
  override readonly name = "ExitError";
}

function throwExit(): never {
  throw new ExitError("The process was to end.");
}

/** Calls a function in which `process.exit` throws an `ExitError`. */
export function withoutExit<T>(run: () => T): T {
  const exit = Reflect.get(process, "exit");
  process.exit = throwExit;
  try {
    return run();
  } finally {
    process.exit = exit;
  }
}
