export function recordsOf(text: string): string[];
export function withoutNoise(record: string): string;
export function missingIn(these: readonly string[], those: readonly string[]): string[];
