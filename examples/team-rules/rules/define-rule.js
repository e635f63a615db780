import { ruleCreator } from "@gopherwood/core";

/** Defines a rule of this team, whose pages are in its wiki. */
export const defineRule = ruleCreator((name) => `https://wiki.example.com/${name}`);
