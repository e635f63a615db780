/** Steps of a failover, so many that files of them are worth comparing. */
export const steps = (count: number, first = 0) =>
  Array.from({ length: count }, (_, at) => {
    const n = at + first;
    return `\tvolume${n}, err := client.Volume(ctx, "volume-${n}")\n\tif err != nil {\n\t\treturn fmt.Errorf("step ${n}: %w", err)\n\t}\n\tmachine.Attach(volume${n}, ${n})\n`;
  }).join("");

export const file = (name = "failover", body = steps(12)) =>
  `package ${name}\n\nimport (\n\t"context"\n\t"fmt"\n)\n\n// Run moves the volumes of a machine.\nfunc Run(ctx context.Context, client *Client, machine *Machine) error {\n${body}\treturn nil\n}\n`;

export const renamed = (text: string) =>
  text
    .replaceAll("volume", "disk")
    .replaceAll("Run", "RunEnhanced")
    .replace("// disk", "// a disk")
    .replaceAll('"disk-', '"volume-');

export const module = (files: Record<string, string>) => ({
  "go.mod": "module example.com/app\n",
  ...files,
});
export const copy = (original: string, importers = "Nothing imports its package") => ({
  messageId: "identical" as const,
  line: 1,
  column: 1,
  data: { original, importers },
});
export const renamedCopy = (original: string) => ({
  ...copy(original),
  messageId: "renamed" as const,
});
export const compliant = [{ verdict: "compliant" as const, line: 1 }];
export const exempt = (reason: string) => [{ verdict: "exempt" as const, line: 1, reason }];
