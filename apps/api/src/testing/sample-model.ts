/** A whole model as an operator enters it. */
export function sampleModel(alias: string) {
  return {
    vendor: 'qwen',
    alias,
    upstreamModel: 'qwen-plus',
    baseUrl: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
    parameters: { maxOutputTokens: 4_000 },
    limits: { contextTokens: 32_000 },
    price: {
      inputMicroYuanPerMillion: 800_000,
      outputMicroYuanPerMillion: 2_000_000,
      effectiveFrom: '2026-01-01T00:00:00Z',
    },
    credentials: { apiKey: 'not-a-real-key' },
  }
}
