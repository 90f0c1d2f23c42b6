import { fixedKey, unsupportedProfile, type Authorization } from '../authorization.ts'
import { openAiCompatible } from '../openai-compatible.ts'
import type { TextTarget } from '../port.ts'
import type { ErrorTable } from '../refusal.ts'
import { signZhipuToken } from './zhipu-token.ts'

/**
 * https://docs.bigmodel.cn/cn/api/api-code (read 2026-11). Codes are strings. HTTP 429 carries both throttles (1302, 1303)
 * and an empty account (1113); 1308 and 1310 open again only when the paid window does.
 */
export const zhipuErrors: ErrorTable = {
  1000: 'credentials',
  1001: 'credentials',
  1002: 'credentials',
  1003: 'credentials',
  1004: 'credentials',
  1005: 'credentials',
  1100: 'credentials',
  1110: 'credentials',
  1111: 'credentials',
  1112: 'credentials',
  1113: 'quota_exhausted',
  1120: 'credentials',
  1121: 'credentials',
  1200: 'unavailable',
  1210: 'invalid_request',
  1211: 'model_gone',
  1212: 'invalid_request',
  1213: 'invalid_request',
  1214: 'invalid_request',
  1215: 'invalid_request',
  1220: 'credentials',
  1221: 'model_gone',
  1222: 'model_gone',
  1230: 'unavailable',
  1231: 'invalid_request',
  1234: 'unavailable',
  1261: 'context_too_long',
  1300: 'content_rejected',
  1301: 'content_rejected',
  1302: 'rate_limited',
  1303: 'rate_limited',
  1304: 'quota_exhausted',
  1305: 'unavailable',
  1308: 'quota_exhausted',
  1309: 'quota_exhausted',
  1310: 'quota_exhausted',
  1311: 'model_gone',
  1312: 'unavailable',
  1313: 'quota_exhausted',
  1314: 'quota_exhausted',
  1315: 'quota_exhausted',
  1316: 'quota_exhausted',
  1317: 'quota_exhausted',
  1318: 'quota_exhausted',
  1319: 'quota_exhausted',
  1320: 'quota_exhausted',
  1321: 'quota_exhausted',
}

// `thinking` exists since GLM-4.5 and is on by default there; `reasoning_effort` since GLM-5.2:
// https://docs.bigmodel.cn/cn/guide/start/concept-param (read 2026-11).
const firstThinkingVersion = 4.5
const firstEffortVersion = 5.2

function readVersion(upstreamModel: string): number {
  return Number(/^glm-(\d+(?:\.\d+)?)/.exec(upstreamModel)?.[1] ?? 0)
}

function readThinking({ upstreamModel, parameters: { reasoning } }: TextTarget): Record<string, unknown> {
  const version = readVersion(upstreamModel)
  if (version < firstThinkingVersion) return {}
  if (reasoning === 'off') return { thinking: { type: 'disabled' } }
  return {
    thinking: { type: 'enabled' },
    ...(version >= firstEffortVersion && { reasoning_effort: reasoning }),
  }
}

function authorize(target: TextTarget): Authorization {
  if (target.authProfile === 'bearer') return fixedKey(target)
  if (target.authProfile !== 'signed_jwt') throw unsupportedProfile(target)
  return { token: () => signZhipuToken(target, Date.now()), renews: async () => false }
}

export const zhipu = openAiCompatible({
  vendor: 'zhipu',
  errorTable: zhipuErrors,
  quirks: {
    tokenLimitField: 'max_tokens',
    temperature: { min: 0, max: 1 },
    asksForUsage: false,
    finishReasons: {
      sensitive: 'content_rejected',
      network_error: 'unavailable',
      model_context_window_exceeded: 'context_too_long',
    },
    retractsRejectedText: true,
    reasoning: readThinking,
    // The field takes 6 to 128 characters.
    endUser: (endUserKey) => (endUserKey.length < 6 ? {} : { user_id: endUserKey.slice(0, 128) }),
    authorize,
  },
})
