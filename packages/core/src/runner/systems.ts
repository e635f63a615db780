import { projectPathOf } from "../semantics/modules/project-path.ts";
import { disk } from "../source/disk.node.ts";
import { systemOf } from "../settings/read-settings.ts";
import type { AssessmentOptions, Category, System } from "../settings/types.ts";
import type { GopherwoodSettings } from "../settings/types.ts";

/** A system with its files. */
export interface ReportedSystem extends Omit<System, "files"> {
  /** Those of the report's files that belong to it, in their order. */
  readonly files: readonly string[];
}

/** The settings of the configs of a run, as one. Of a name the first one counts. */
export class CollectedSettings {
  readonly #systems = new Map<string, System>();
  readonly #categories = new Map<string, Category>();
  #assessment: AssessmentOptions = {};

  add({ systems, categories, assessment }: GopherwoodSettings): void {
    for (const system of systems) setOnce(this.#systems, system);
    for (const category of categories) setOnce(this.#categories, category);
    this.#assessment = { ...assessment, ...this.#assessment };
  }

  get categories(): readonly Category[] {
    return [...this.#categories.values()];
  }

  get assessment(): AssessmentOptions {
    return this.#assessment;
  }

  /**
   * @param paths Of the report's files.
   * @param absolute The absolute path of one of them.
   */
  systemsOf(
    paths: readonly string[],
    absolute: (path: string) => string,
  ): readonly ReportedSystem[] {
    const systems = [...this.#systems.values()];
    if (systems.length === 0) return [];
    const files = new Map<System, string[]>(systems.map((system) => [system, []]));
    for (const path of paths) {
      const system = systemOf(systems, projectPathOf(absolute(path), disk));
      if (system) files.get(system)?.push(path);
    }
    return systems.map((system) => ({ ...system, files: files.get(system) ?? [] }));
  }
}

function setOnce<T extends { readonly name: string }>(map: Map<string, T>, item: T): void {
  if (!map.has(item.name)) map.set(item.name, item);
}
