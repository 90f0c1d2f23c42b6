import type { FailureKind } from '@mozhou/contracts/failures'
import type { TextVendorKey } from '@mozhou/contracts/models/vendor-keys'

interface WordedRefusal {
  vendor: TextVendorKey
  httpStatus: number
  code: string
  /** How the message begins, case aside. */
  begins: string
  kind: FailureKind
}

/**
 * Refusals that share a code with others and differ by their words alone; as the vendors worded them in 2026-11. Nothing else is ever
 * told by its words: vendors translate and reword them.
 */
const wordedRefusals: readonly WordedRefusal[] = [
  // https://platform.claude.com/docs/en/api/errors
  ...(
    [
      ['Your credit balance is too low', 'quota_exhausted'],
      ['You have reached your specified API usage limits', 'quota_exhausted'],
      ['prompt is too long', 'context_too_long'],
      ['input length and `max_tokens` exceed context limit', 'context_too_long'],
      ['Output blocked by content filtering policy', 'content_rejected'],
    ] as const
  ).map(([begins, kind]) => ({
    vendor: 'anthropic' as const,
    httpStatus: 400,
    code: 'invalid_request_error',
    begins,
    kind,
  })),
  // https://help.aliyun.com/zh/model-studio/error-code: one wording under the codes of both modes.
  ...['InvalidParameter', 'invalid_parameter_error'].flatMap((code) =>
    ['Range of input length', '<400> InternalError.Algo.InvalidParameter: Range of input length'].map((begins) => ({
      vendor: 'qwen' as const,
      httpStatus: 400,
      code,
      begins,
      kind: 'context_too_long' as const,
    })),
  ),
  // https://developers.openai.com/api/docs/guides/error-codes
  {
    vendor: 'openai',
    httpStatus: 400,
    code: 'invalid_prompt',
    begins: 'Invalid prompt: your prompt was flagged as potentially violating our usage policy',
    kind: 'content_rejected',
  },
]

/** What a refusal's words say where its code says too little; null where the code decides. */
export function kindOfWords(refusal: {
  vendor: string
  httpStatus: number
  codes: readonly string[]
  message: string | null
}): FailureKind | null {
  const words = refusal.message?.trim().toLowerCase() ?? ''
  const worded = wordedRefusals.find(
    ({ vendor, httpStatus, code, begins }) =>
      vendor === refusal.vendor &&
      httpStatus === refusal.httpStatus &&
      refusal.codes.includes(code) &&
      words.startsWith(begins.toLowerCase()),
  )
  return worded?.kind ?? null
}
