import type { TokenUsage } from './port.ts'

/** Counts as a vendor reported them, unchecked: any of them may be missing, negative, or of another type. */
export interface ReportedUsage {
  inputTokens?: unknown
  outputTokens?: unknown
  cachedInputTokens?: unknown
  reasoningTokens?: unknown
}

/** What we saw ourselves; bounds what a vendor may claim, and stands in where it claims nothing. */
export interface MeasuredUsage {
  inputBytes: number
  inputTokens: number
  textBytes: number
  /** Text and visible reasoning together. */
  outputBytes: number
  outputTokens: number
  reasoningTokens: number
  maxOutputTokens: number
}

// Chat templates, safety prompts and search plug-ins that a vendor adds to our messages.
const hiddenInputTokens = 8_192
const hiddenOutputTokens = 1_024
// Long runs of blanks or dashes are single tokens; no text averages more than this.
const mostBytesPerToken = 64

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

/**
 * Byte-level tokenizers never make more tokens than bytes, and no vendor writes past the limit we set: a claim above both
 * is wrong, not expensive. So is a count of (nearly) nothing for a whole text.
 */
function isPlausibleInput(tokens: unknown, measured: MeasuredUsage): tokens is number {
  return isCount(tokens) && tokens > 0 && tokens <= measured.inputBytes + hiddenInputTokens
}

function isPlausibleOutput(tokens: unknown, measured: MeasuredUsage): tokens is number {
  if (!isCount(tokens)) return false
  const most = Math.max(measured.maxOutputTokens, measured.outputBytes) + hiddenOutputTokens
  return tokens <= most && tokens * mostBytesPerToken >= measured.textBytes
}

/** The part of a whole that a vendor broke out: none when it says nothing, null when it says something impossible. */
function partOf(whole: number, part: unknown): number | null {
  if (part === undefined || part === null) return 0
  return isCount(part) && part <= whole ? part : null
}

/** The vendor's counts for a finished answer; estimated as a whole when one of them is missing or impossible. */
export function settleUsage(reported: ReportedUsage, measured: MeasuredUsage): TokenUsage {
  const { inputTokens, outputTokens } = reported
  if (isPlausibleInput(inputTokens, measured) && isPlausibleOutput(outputTokens, measured)) {
    const cachedInputTokens = partOf(inputTokens, reported.cachedInputTokens)
    const reasoningTokens = partOf(outputTokens, reported.reasoningTokens)
    if (cachedInputTokens !== null && reasoningTokens !== null) {
      return { inputTokens, outputTokens, cachedInputTokens, reasoningTokens, isEstimated: false }
    }
  }
  return estimateUsage({}, measured)
}

/** For an answer that broke off: what the vendor had counted is a lower bound, what we saw is another. */
export function estimateUsage(reported: ReportedUsage, measured: MeasuredUsage): TokenUsage {
  const inputTokens = isPlausibleInput(reported.inputTokens, measured) ? reported.inputTokens : measured.inputTokens
  const counted = isPlausibleOutput(reported.outputTokens, measured) ? reported.outputTokens : 0
  return {
    inputTokens,
    outputTokens: Math.max(counted, measured.outputTokens),
    cachedInputTokens: partOf(inputTokens, reported.cachedInputTokens) ?? 0,
    reasoningTokens: measured.reasoningTokens,
    isEstimated: true,
  }
}
