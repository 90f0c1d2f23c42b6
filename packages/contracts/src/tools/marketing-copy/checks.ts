import { lengthWithin } from '../checks.ts'
import type { MarketingCopyInput } from './fields.ts'
import type { ResultRow, ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import type { CountWords } from '../tool.ts'
import { notLookedAt, rowsOf, textOf, verdict } from '../verdict.ts'

/** Carriers bill a message of more than 70 characters as several. The regulation wants the sender's name and a way to refuse in it. */
const smsLimit = 70
const smsRules = {
  title: '《通信短信息服务管理规定》（工业和信息化部令第31号）',
  url: 'https://www.miit.gov.cn',
  date: '2015-06-30',
}

export function checkMarketing(result: ToolResult, input: MarketingCopyInput, countWords: CountWords): ToolCheck[] {
  const variants = rowsOf(result, 'variants')
  return [
    lengthWithin('length', countWords(textOf(result, 'body')), input.length),
    sceneCheck(variants, input.scenes),
    ...(input.scenes.some(isSms) ? [smsCheck(variants.filter(({ scene }) => isSms(String(scene))))] : []),
  ]
}

const isSms = (scene: string) => /短信|SMS/iu.test(scene)

function sceneCheck(variants: readonly ResultRow[], scenes: readonly string[]): ToolCheck {
  const label = { zh: '投放场景', en: 'Scenes' }
  if (scenes.length === 0)
    return notLookedAt('marketing.scenes', label, { zh: '没有要求场景', en: 'no scene was asked for' })
  const written = variants.filter(({ body }) => String(body).trim() !== '').map(({ scene }) => String(scene))
  const missing = scenes.filter((scene) => !written.some((one) => one.includes(scene) || scene.includes(one)))
  const detail =
    missing.length === 0
      ? { zh: `${scenes.length} 个场景齐全`, en: `All ${scenes.length} scenes are there` }
      : { zh: `缺少：${missing.join('、')}`, en: `Missing: ${missing.join(', ')}` }
  return verdict('marketing.scenes', missing.length === 0, label, detail)
}

function smsCheck(messages: readonly ResultRow[]): ToolCheck {
  const texts = messages.map(({ body }) => String(body).trim())
  const longest = Math.max(0, ...texts.map((text) => Array.from(text).length))
  const isSigned = texts.length > 0 && texts.every((text) => /^【[^】]{2,}】|【[^】]{2,}】$/u.test(text))
  const hasWayOut = texts.every((text) => /拒收|退订|回复?\s*[RTN]/iu.test(text))
  const isFine = isSigned && hasWayOut && longest <= smsLimit
  const signature = isSigned
    ? { zh: '有签名', en: 'signed' }
    : { zh: '缺少【签名】', en: 'the 【signature】 is missing' }
  const wayOut = hasWayOut
    ? { zh: '有退订方式', en: 'can be refused' }
    : { zh: '缺少退订方式，如“拒收请回复R”', en: 'no way to refuse, as in 拒收请回复R' }
  return verdict(
    'marketing.sms',
    isFine,
    { zh: '短信', en: 'Text message' },
    {
      zh: `${longest} 字，上限 ${smsLimit} 字；${signature.zh}；${wayOut.zh}`,
      en: `${longest} of at most ${smsLimit} characters; ${signature.en}; ${wayOut.en}`,
    },
    smsRules,
  )
}
