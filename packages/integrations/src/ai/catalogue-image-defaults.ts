import type { ModelPrice } from '@mozhou/contracts/models/inputs'
import type { ModelDefaults } from './catalogue-defaults.ts'

/** As for texts: fixed on 2026-11-22, not a market quote. */
const yuanPerDollar = 7.2
const effectiveFrom = '2026-11-22T00:00:00.000Z'
const micro = (yuan: number) => Math.round(yuan * 1_000_000)

const perPicture = (yuan: number): ModelPrice => ({
  inputMicroYuanPerMillion: 0,
  outputMicroYuanPerMillion: 0,
  cachedInputMicroYuanPerMillion: null,
  pictureMicroYuan: micro(yuan),
  effectiveFrom,
})

/** Dollars for a million tokens: the vendor counts pictures in them. */
const perTokens = (input: number, output: number): ModelPrice => ({
  ...perPicture(0),
  inputMicroYuanPerMillion: micro(input * yuanPerDollar),
  outputMicroYuanPerMillion: micro(output * yuanPerDollar),
})

const common = {
  capability: 'image',
  // Of texts alone; a model of pictures reads none of them.
  parameters: { maxOutputTokens: 16, reasoning: 'off', sampling: 'forbidden' },
  isMembersOnly: false,
  isDefault: false,
} as const

/** A vendor that draws while one waits. */
const slow = { contextTokens: 8_000, firstTokenTimeoutMs: 180_000, idleTimeoutMs: 60_000 }
/** One that takes a task, and answers at once. */
const quick = { contextTokens: 8_000, firstTokenTimeoutMs: 30_000, idleTimeoutMs: 60_000 }

/** DashScope's native interface, beside the compatible one that texts go through. */
const nativeAddress = { live: 'https://dashscope.aliyuncs.com/api/v1', sandboxPath: '/dashscope/api/v1' }

/**
 * The image models the brief names, under its names where the vendors have retired them, and those that do what they cannot: a Chinese
 * vendor first, another next. What each can do and within which limits its vendor's file says (`contracts/models/image-limits`).
 */
export const imageCatalogueDefaults: readonly ModelDefaults[] = [
  {
    ...common,
    vendor: 'qwen',
    addresses: nativeAddress,
    alias: '通义万相',
    upstreamModel: 'wan2.2-t2i-flash',
    limits: quick,
    price: perPicture(0.14),
    priceSource: 'Alibaba list price, second hand; to be checked',
    priority: 10,
    isDefault: true,
  },
  {
    ...common,
    vendor: 'zhipu',
    alias: 'CogView-4',
    upstreamModel: 'cogview-4-250304',
    limits: slow,
    price: perPicture(0.06),
    priceSource: 'https://open.bigmodel.cn/pricing, second hand; to be checked',
    priority: 20,
  },
  {
    ...common,
    vendor: 'openai',
    alias: 'DALL-E 3',
    upstreamModel: 'gpt-image-1.5',
    limits: slow,
    price: perTokens(5, 32),
    priceSource: 'genai-prices 0.1.8, autumn 2026: text in and image out',
    priority: 30,
  },
  {
    ...common,
    vendor: 'stability',
    alias: 'Stable Diffusion',
    upstreamModel: 'core',
    limits: slow,
    price: perPicture(0.03 * yuanPerDollar),
    priceSource: 'https://platform.stability.ai, 3 credits of a cent; edits and upscaling differ',
    priority: 40,
  },
  {
    ...common,
    vendor: 'openai',
    alias: 'DALL-E 2',
    upstreamModel: 'gpt-image-1-mini',
    limits: slow,
    price: perTokens(2, 8),
    priceSource: 'genai-prices 0.1.8, autumn 2026: text in and image out',
    priority: 50,
  },
  {
    ...common,
    vendor: 'qwen',
    addresses: nativeAddress,
    alias: '通义万相 · 编辑',
    upstreamModel: 'wanx2.1-imageedit',
    limits: quick,
    price: perPicture(0.14),
    priceSource: 'https://help.aliyun.com, wanx-image-edit (read 2026-02)',
    priority: 60,
  },
  {
    ...common,
    vendor: 'automatic1111',
    alias: 'Stable Diffusion（自建）',
    upstreamModel: 'default',
    limits: slow,
    price: perPicture(0),
    priceSource: 'a server of one’s own',
    priority: 90,
  },
]
