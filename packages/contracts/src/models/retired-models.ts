import type { Retirement } from './answers.ts'
import type { VendorKey } from './vendor-keys.ts'

const row = (retiredOn: string | null, replacements: readonly string[], source: string): Retirement => ({
  retiredOn,
  replacements,
  source,
})

const openAiSdk = 'npm openai 7.57.0, model map and shutdown notices (read 2026-11-22)'
const anthropicPage = 'https://platform.claude.com/docs/en/about-claude/model-deprecations (read 2026-11-22)'
const baiduPage = 'https://cloud.baidu.com/doc/qianfan-api/s/rmse4vxp8 (read 2026-11-22): the V1 interface ends'
const zhipuPage = 'https://docs.bigmodel.cn, list of models (read 2026-11-22): the id is not in it'
const aliyunNotice = 'https://help.aliyun.com, Model Studio notice 731 (read 2026-11-22, second hand)'

const gpt4 = row('2026-10-23', ['gpt-6-sol', 'gpt-5.6-terra'], openAiSdk)
const gpt35 = row('2026-10-23', ['gpt-6-luna'], openAiSdk)
const ernieV1 = row('2026-08-31', ['ernie-5.1', 'ernie-4.5-turbo-128k'], baiduPage)
const ernieTurboV1 = row('2026-08-31', ['ernie-4.5-turbo-128k'], baiduPage)
const glm4 = row(null, ['glm-5.3'], zhipuPage)
const opus3 = row('2026-01-05', ['claude-opus-5-5'], anthropicPage)
const sonnet3 = row('2025-07-21', ['claude-sonnet-5-5'], anthropicPage)

/** Ids that were asked for by name once; a vendor's own error tells of the rest. */
const retirements: Partial<Record<VendorKey, Readonly<Record<string, Retirement>>>> = {
  openai: {
    'gpt-4': gpt4,
    'gpt-4-turbo': gpt4,
    'gpt-3.5-turbo': gpt35,
    'gpt-3.5-turbo-1106': row('2026-09-28', ['gpt-6-luna'], openAiSdk),
    'dall-e-2': row('2026-05-12', ['gpt-image-1.5', 'gpt-image-2'], openAiSdk),
    'dall-e-3': row('2026-05-12', ['gpt-image-1.5', 'gpt-image-2'], openAiSdk),
    'gpt-image-1': row('2026-10-23', ['gpt-image-1.5', 'gpt-image-1-mini'], openAiSdk),
    'whisper-1': row('2027-02-26', ['gpt-transcribe'], openAiSdk),
    'tts-1': row('2027-01-06', ['gpt-4o-mini-tts'], openAiSdk),
    'tts-1-hd': row('2027-01-06', ['gpt-4o-mini-tts'], openAiSdk),
  },
  anthropic: {
    'claude-3-opus': opus3,
    'claude-3-opus-20240229': opus3,
    'claude-3-opus-latest': opus3,
    'claude-3-sonnet': sonnet3,
    'claude-3-sonnet-20240229': sonnet3,
  },
  baidu: {
    'ernie-bot-4': ernieV1,
    'ernie-bot 4.0': ernieV1,
    'ernie-bot-4.0': ernieV1,
    completions_pro: ernieV1,
    'ernie-bot-turbo': ernieTurboV1,
    eb_instant: ernieTurboV1,
  },
  zhipu: {
    'glm-4': glm4,
    'glm-3-turbo': row(null, ['glm-5.3-flash', 'glm-4.7-flash'], zhipuPage),
  },
  qwen: {
    'qwen-max': row('2026-07-13', ['qwen3.7-max'], aliyunNotice),
    'qwen-turbo': row('2026-07-13', ['qwen3.7-flash', 'qwen3.8-flash'], aliyunNotice),
  },
}

/** What is known about the end of this id; null when nothing is. */
export function retirementOf(vendor: VendorKey, upstreamModel: string): Retirement | null {
  // The sandbox takes faults behind an @, which are not part of the name.
  const name = upstreamModel.toLowerCase().replace(/@.*$/, '')
  const known = retirements[vendor] ?? {}
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null
}
