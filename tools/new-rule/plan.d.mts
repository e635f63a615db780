export function planOurRule(id: string, description?: string): Map<string, string>;
