import type { Assessment } from "./assessment.ts";
import { groupBy } from "@gopherwood/core/report";

/** The files and packages that systems share. */
export interface Shared {
  /** Pairs of systems with the number of files of one that are like files of the other. */
  readonly copies: readonly {
    readonly of: string;
    readonly like: string;
    readonly files: number;
  }[];
  /** The packages that several systems import. */
  readonly packages: NonNullable<Assessment["report"]["survey"]>["shared"];
}

/** Returns the files and packages that systems share. */
export function sharedBy({ systems, report }: Assessment): Shared {
  const systemOf = new Map(
    systems.flatMap(({ name, files }) => files.map(({ path }) => [path, name] as const)),
  );
  const pairs = report.sites.flatMap(({ file, verdict, related = [] }) => {
    const [first] = related;
    const [of, like] = [systemOf.get(file), systemOf.get(first?.path ?? "")];
    if (verdict !== "violation" || of === undefined || like === undefined || of === like)
      return [];
    return [{ of, like, file }];
  });
  const groups = groupBy(pairs, ({ of, like }) => JSON.stringify([of, like]));
  return {
    copies: [...groups.values()].flatMap((some) => {
      const [first] = some;
      if (!first) return [];
      return [
        { of: first.of, like: first.like, files: new Set(some.map(({ file }) => file)).size },
      ];
    }),
    packages: report.survey?.shared ?? [],
  };
}
