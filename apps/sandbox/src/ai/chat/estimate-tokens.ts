const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/gu

/**
 * A tokenizer-free estimate, stable across runs and machines: 0.65 token per CJK character or full-width
 * mark, 0.25 per other UTF-16 unit, rounded up. Real tokenizers for these models lie within about a third of it.
 */
export function estimateTokens(text: string): number {
  const wide = text.match(cjk)?.length ?? 0
  return Math.ceil(wide * 0.65 + (text.length - wide) * 0.25)
}

/** Four extra tokens per message stand for the role markers every chat template adds. */
export function estimatePromptTokens(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + estimateTokens(text) + 4, 3)
}

/** The longest prefix whose estimate does not exceed the given number of tokens. */
export function cutToTokens(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text
  const units = Array.from(text)
  let low = 0
  let high = units.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (estimateTokens(units.slice(0, middle).join('')) <= tokens) low = middle
    else high = middle - 1
  }
  return units.slice(0, low).join('')
}
