const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uffef]/gu

const tokensPerWideCharacter = 2 / 3
const tokensPerOtherCharacter = 1 / 4
const tokensPerMessageFrame = 4

/**
 * Tokens of a text when the vendor did not count them, as a fraction, so that pieces of a stream add up without rounding
 * each. Two thirds of a token per Chinese character lie between what vendors state: 0.6 (DeepSeek,
 * https://api-docs.deepseek.com/zh-cn/quick_start/token_usage) and about 1 (Alibaba, with 3 to 4 letters per token,
 * https://help.aliyun.com/zh/model-studio/developer-reference/billing-for-tongyi-qianwen), both read 2026-11.
 * Off by up to a third: good for a cost row that is marked as estimated, never for a limit.
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
