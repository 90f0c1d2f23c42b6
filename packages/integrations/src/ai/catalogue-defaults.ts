import type { AuthProfile, Capability } from '@mozhou/contracts/models/kinds'
import type { ModelLimits, ModelParameters, ModelPrice, VendorCredentials } from '@mozhou/contracts/models/inputs'
import type { VendorKey } from '@mozhou/contracts/models/vendor-keys'

export interface VendorDefaults {
  /** The vendor's public address, where it has one, and the path of its likeness on a sandbox. */
  baseUrls: { live: string | null; sandboxPath: string }
  /** Names of the environment variables that may hold real credentials. */
  envKeys: { apiKey?: string; secretKey?: string }
  sandboxCredentials: VendorCredentials
  /** How these credentials travel. */
  authProfile(credentials: VendorCredentials): AuthProfile
}

export interface ModelDefaults {
  vendor: VendorKey
  /** Of texts where nothing else is said. */
  capability?: Capability
  /** Where the vendor has this model at another address than its texts. */
  addresses?: VendorDefaults['baseUrls']
  /** Shown name; the brief's, although the vendors have retired most models of these names. */
  alias: string
  /** Live id on 2026-11-22 that the alias points at. */
  upstreamModel: string
  parameters: ModelParameters
  limits: ModelLimits
  price: ModelPrice
  /** Where the price comes from, for the person who checks it. */
  priceSource: string
  /** Lower is tried first. */
  priority: number
  isMembersOnly: boolean
  isDefault: boolean
}

const bearer = (): AuthProfile => 'bearer'

export const vendorDefaults: Record<VendorKey, VendorDefaults> = {
  openai: {
    baseUrls: { live: 'https://api.openai.com/v1', sandboxPath: '/openai/v1' },
    envKeys: { apiKey: 'OPENAI_API_KEY' },
    sandboxCredentials: { apiKey: 'sk-sandbox-openai' },
    authProfile: bearer,
  },
  anthropic: {
    baseUrls: { live: 'https://api.anthropic.com', sandboxPath: '/anthropic' },
    envKeys: { apiKey: 'ANTHROPIC_API_KEY' },
    sandboxCredentials: { apiKey: 'sk-ant-sandbox' },
    authProfile: bearer,
  },
  baidu: {
    baseUrls: { live: 'https://qianfan.baidubce.com/v2', sandboxPath: '/baidu/v2' },
    envKeys: { apiKey: 'BAIDU_API_KEY', secretKey: 'BAIDU_SECRET_KEY' },
    sandboxCredentials: { apiKey: 'sandbox-access-key', secretKey: 'sandbox-secret-key' },
    // A console key (bce-v3/…) stands alone; with a Secret Key beside it, the API Key is an access key.
    authProfile: ({ secretKey }) => (secretKey ? 'access_key_pair' : 'bearer'),
  },
  zhipu: {
    baseUrls: { live: 'https://open.bigmodel.cn/api/paas/v4', sandboxPath: '/zhipu/api/paas/v4' },
    envKeys: { apiKey: 'ZHIPU_API_KEY' },
    sandboxCredentials: { apiKey: 'sandbox.sandbox-secret' },
    authProfile: bearer,
  },
  qwen: {
    baseUrls: {
      live: 'https://dashscope.aliyuncs.com/compatible-mode/v1',
      sandboxPath: '/dashscope/compatible-mode/v1',
    },
    envKeys: { apiKey: 'QWEN_API_KEY' },
    sandboxCredentials: { apiKey: 'sk-sandbox-qwen' },
    authProfile: bearer,
  },
  stability: {
    baseUrls: { live: 'https://api.stability.ai', sandboxPath: '/stability' },
    envKeys: { apiKey: 'STABILITY_API_KEY' },
    sandboxCredentials: { apiKey: 'sk-sandbox-stability' },
    authProfile: bearer,
  },
  automatic1111: {
    // Everybody has their own; until an operator says where, there is none but the sandbox's.
    baseUrls: { live: null, sandboxPath: '/automatic1111' },
    envKeys: {},
    sandboxCredentials: { apiKey: 'sandbox:sandbox' },
    authProfile: () => 'basic',
  },
}

/** Bookkeeping rate for vendors that bill in dollars, fixed on 2026-11-22; not a market quote. */
const yuanPerDollar = 7.2
const effectiveFrom = '2026-11-22T00:00:00.000Z'

/** A list price per million tokens, as vendors print it, in micro-yuan. */
function yuan(input: number, output: number, cachedInput?: number): ModelPrice {
  const micro = (amount: number) => Math.round(amount * 1_000_000)
  return {
    inputMicroYuanPerMillion: micro(input),
    outputMicroYuanPerMillion: micro(output),
    cachedInputMicroYuanPerMillion: cachedInput === undefined ? null : micro(cachedInput),
    effectiveFrom,
  }
}

function dollars(input: number, output: number, cachedInput?: number): ModelPrice {
  const convert = (amount: number) => amount * yuanPerDollar
  return yuan(convert(input), convert(output), cachedInput === undefined ? undefined : convert(cachedInput))
}

const patience = { firstTokenTimeoutMs: 30_000, idleTimeoutMs: 30_000 }
/** For models that always think before they write, and think in silence. */
const longPatience = { firstTokenTimeoutMs: 90_000, idleTimeoutMs: 60_000 }

/**
 * The text models the brief names, under its names, pointed at live models: a Chinese vendor first for Chinese text, a
 * different vendor next, so that one vendor's outage does not take two candidates. Everything here may be changed in the
 * catalogue afterwards; the seed only writes what is missing.
 */
export const catalogueDefaults: readonly ModelDefaults[] = [
  {
    vendor: 'qwen',
    alias: 'qwen-plus',
    upstreamModel: 'qwen-plus',
    parameters: { temperature: 0.8, maxOutputTokens: 8_192, reasoning: 'off', sampling: 'allowed' },
    limits: { contextTokens: 131_072, ...patience },
    price: yuan(0.8, 2),
    priceSource: 'Alibaba list price up to 128K input, 2026-05, second hand',
    priority: 10,
    isMembersOnly: false,
    isDefault: true,
  },
  {
    vendor: 'zhipu',
    alias: 'GLM-4',
    upstreamModel: 'glm-5.3',
    parameters: { temperature: 0.8, maxOutputTokens: 8_192, reasoning: 'off', sampling: 'allowed' },
    limits: { contextTokens: 1_000_000, ...patience },
    price: yuan(8, 28, 2),
    priceSource: 'https://bigmodel.cn/pricing, 2026-11',
    priority: 20,
    isMembersOnly: false,
    isDefault: false,
  },
  {
    vendor: 'baidu',
    alias: 'ERNIE-Bot 4.0',
    upstreamModel: 'ernie-5.1',
    parameters: { temperature: 0.8, maxOutputTokens: 8_192, reasoning: 'off', sampling: 'allowed' },
    limits: { contextTokens: 128_000, ...patience },
    price: yuan(120, 120),
    priceSource: 'Unknown for ernie-5.1; ERNIE-Bot 4.0 in 2024-01 stands in, as an upper bound',
    priority: 30,
    isMembersOnly: false,
    isDefault: false,
  },
  {
    vendor: 'qwen',
    alias: 'qwen-max',
    upstreamModel: 'qwen3.7-max',
    parameters: { temperature: 0.8, maxOutputTokens: 16_384, reasoning: 'off', sampling: 'allowed' },
    limits: { contextTokens: 1_000_000, ...patience },
    price: yuan(2.5, 10),
    priceSource: 'Unknown for qwen3.7-max; qwen3-max up to 32K input, 2026-05, second hand, stands in',
    priority: 40,
    isMembersOnly: false,
    isDefault: false,
  },
  {
    vendor: 'zhipu',
    alias: 'GLM-3-turbo',
    upstreamModel: 'glm-5.3-flash',
    parameters: { temperature: 0.8, maxOutputTokens: 8_192, reasoning: 'off', sampling: 'allowed' },
    limits: { contextTokens: 1_000_000, ...patience },
    price: yuan(0.8, 2.8, 0.23),
    priceSource: 'https://bigmodel.cn/pricing, 2026-11',
    priority: 50,
    isMembersOnly: false,
    isDefault: false,
  },
  {
    vendor: 'baidu',
    alias: 'ERNIE-Bot-turbo',
    upstreamModel: 'ernie-4.5-turbo-128k',
    parameters: { temperature: 0.8, maxOutputTokens: 8_192, reasoning: 'off', sampling: 'allowed' },
    limits: { contextTokens: 128_000, ...patience },
    price: yuan(8, 8),
    priceSource: 'Unknown for ernie-4.5-turbo; ERNIE-Bot-turbo in 2024-01 stands in, as an upper bound',
    priority: 60,
    isMembersOnly: false,
    isDefault: false,
  },
  {
    vendor: 'qwen',
    alias: 'qwen-turbo',
    upstreamModel: 'qwen3.7-flash',
    parameters: { temperature: 0.8, maxOutputTokens: 8_192, reasoning: 'off', sampling: 'allowed' },
    limits: { contextTokens: 1_000_000, ...patience },
    price: dollars(0.03, 0.13),
    priceSource: 'US dollars, 2026-08, second hand',
    priority: 70,
    isMembersOnly: false,
    isDefault: false,
  },
  {
    vendor: 'openai',
    alias: 'GPT-3.5 Turbo',
    upstreamModel: 'gpt-6-luna',
    parameters: { temperature: 0.8, maxOutputTokens: 8_192, reasoning: 'off', sampling: 'only_without_reasoning' },
    // The model takes more, at twice the price: above this the price here would be wrong.
    limits: { contextTokens: 272_000, ...patience },
    price: dollars(0.1, 0.5, 0.01),
    priceSource: 'https://developers.openai.com/api/docs/pricing, 2026-09',
    priority: 80,
    isMembersOnly: false,
    isDefault: false,
  },
  {
    vendor: 'anthropic',
    alias: 'Claude 3 Sonnet',
    upstreamModel: 'claude-sonnet-5-5',
    parameters: { maxOutputTokens: 16_384, reasoning: 'off', sampling: 'forbidden' },
    limits: { contextTokens: 1_000_000, ...patience },
    price: dollars(2, 10, 0.1),
    priceSource: 'https://platform.claude.com/docs/en/models/sonnet-5-5/overview, 2026-10',
    priority: 90,
    isMembersOnly: false,
    isDefault: false,
  },
  {
    vendor: 'openai',
    alias: 'GPT-4',
    upstreamModel: 'gpt-6-sol',
    parameters: { temperature: 0.8, maxOutputTokens: 16_384, reasoning: 'off', sampling: 'only_without_reasoning' },
    limits: { contextTokens: 272_000, ...patience },
    price: dollars(2, 10, 0.2),
    priceSource: 'https://developers.openai.com/api/docs/pricing, 2026-09',
    priority: 100,
    isMembersOnly: true,
    isDefault: false,
  },
  {
    vendor: 'anthropic',
    alias: 'Claude 3 Opus',
    upstreamModel: 'claude-opus-5-5',
    parameters: { maxOutputTokens: 16_384, reasoning: 'off', sampling: 'forbidden' },
    limits: { contextTokens: 1_000_000, ...longPatience },
    price: dollars(4, 20, 0.2),
    priceSource: 'https://platform.claude.com/docs/en/models/opus-5-5/overview, 2026-11',
    priority: 110,
    isMembersOnly: true,
    isDefault: false,
  },
]
