import { isAbsolute } from "node:path";

/**
 * Leaves packages out of a bundle, but for some: Node takes milliseconds to find, read and link the
 * files of one.
 *
 * @param {readonly string[]} included The names of those that are bundled.
 */
export const otherPackages = (included) => ({
  name: "other-packages",
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path, kind }) => {
      if (kind === "entry-point" || isAbsolute(path) || included.includes(path))
        return undefined;
      return { path, external: true };
    });
  },
});
