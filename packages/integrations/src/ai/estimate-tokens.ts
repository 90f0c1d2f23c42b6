const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/gu

const tokensPerWideCharacter = 2 / 3
const tokensPerOtherCharacter = 1 / 4
const tokensPerMessageFrame = 4

/**
 * Tokens of a text when the vendor did not count them, as a fraction, so that pieces of a stream add up without rounding
 * each. One token for 1.5 Chinese characters (Alibaba states 1.5 to 2, https://help.aliyun.com/zh/model-studio/billing-for-model-studio)
 * and for 4 Latin ones (OpenAI's rule of thumb, https://developers.openai.com/api/docs/concepts#tokens), both read 2026-11.
 * Off by up to a third for mixed text: good for a cost row that is marked as estimated, never for a limit.
 */
export function tokenWeight(text: string): number {
  const wideCount = text.match(wide)?.length ?? 0
  return wideCount * tokensPerWideCharacter + (text.length - wideCount) * tokensPerOtherCharacter
}

/** Whole tokens of a prompt, with the role markers that every chat template adds. */
export function estimatePromptTokens(messages: readonly { content: string }[]): number {
  const weights = messages.map((message) => tokenWeight(message.content) + tokensPerMessageFrame)
  return Math.ceil(weights.reduce((sum, weight) => sum + weight, 0))
}
