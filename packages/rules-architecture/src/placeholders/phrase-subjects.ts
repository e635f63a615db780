/** Phrases that name the code as a thing: it may be there to be one. */
const NOUN =
  /(?:placeholder(?:[\s,-]+(?:value|data))?|(?:placeholder|dummy|stub|mock|fake|simulated)[\s,-]+implementation)$/iu;
const PARTICIPLE = /implemented(?:[\s,-]+yet)?$/iu;

/** Words after a phrase that say where or of what it is true. */
const QUALIFIER =
  /^\s*,?\s*(?:on|in|by|for|of|to|with|under|outside|when|if|unless|except|there|elsewhere|upstream)\b/iu;

/** Words that make a phrase a part of a clause about something else, or deny it. */
const SUBORDINATE =
  /\b(?:if|when|whether|that|which|who|whose|where|unless|until|because|since|as|not|no longer|never|than|unlike|instead of|replaces?|isn't|aren't)\b[^.;:!?]*$|\b(?:has|have|had)\s*$/iu;

/** The code as the subject of "is just a placeholder". */
const CODE =
  /(?:^|[.;:!?])\s*(?:(?:this|it|here|code|function|method|implementation)\b[^.;:!?]*)?$/iu;

/**
 * Returns true if a phrase may be said of something else than the code that it stands at:
 * "is not yet implemented on other systems", "a mock implementation of Store".
 *
 * @param before The text of the paragraph before the phrase.
 * @param after The text of the paragraph after it.
 */
export function isSaidOfOther(phrase: string, before: string, after: string): boolean {
  if (/["'`“]$/u.test(before)) return true;
  if (PARTICIPLE.test(phrase)) return QUALIFIER.test(after) || SUBORDINATE.test(before);
  if (!NOUN.test(phrase)) return false;
  if (/^this/iu.test(phrase)) return false;
  return QUALIFIER.test(after) || SUBORDINATE.test(before) || !CODE.test(before);
}
