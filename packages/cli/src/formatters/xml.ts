const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Controls, surrogates without a partner, and others that XML 1.0 has no way of writing. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Returns a text as the value of an attribute, or as the content of an element. */
export function xml(text: string): string {
  return text
    .replace(NOT_XML, (character) => {
      const code = character.charCodeAt(0).toString(16).padStart(4, "0");
      return `\\u${code}`;
    })
    .replace(/[&<>"'\t\n\r]/gu, (character) => ENTITIES[character] ?? character);
}
