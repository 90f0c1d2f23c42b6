import { documentFormat, documentKinds, documentRules } from './document-kinds.ts'
import type { OfficialDocumentInput } from './fields.ts'
import type { ToolResult } from '../../results/section.ts'
import type { ToolCheck } from '../check-answer.ts'
import { hasEmoji, notLookedAt, textOf, verdict } from '../verdict.ts'

/** Form of an official document: 《党政机关公文处理工作条例》 articles 8, 9, 15 and GB/T 9704-2012 section 7. */
export function checkDocument(result: ToolResult, input: OfficialDocumentInput): ToolCheck[] {
  const body = textOf(result, 'body')
  return [
    titleCheck(textOf(result, 'title'), input),
    addresseeCheck(textOf(result, 'addressee'), input),
    ...(input.docType === 'request' || input.docType === 'report' ? [closingCheck(body, input)] : []),
    levelCheck(body),
    dateCheck(textOf(result, 'date')),
    emojiCheck(`${textOf(result, 'title')}${body}`),
  ]
}

function titleCheck(title: string, { docType }: OfficialDocumentInput): ToolCheck {
  const { name, hasShortTitle } = documentKinds[docType]
  const bare = title.trim().replace(/[（(][^（()）]*[）)]$/u, '')
  const isFull = /^.{2,}关于.+的./u.test(bare) && bare.endsWith(name)
  const isFine = isFull || (hasShortTitle === true && bare.length > name.length && bare.endsWith(name))
  const detail = isFine
    ? { zh: '符合“发文机关＋事由＋文种”', en: 'Issuer, subject and kind are there' }
    : { zh: `应为“发文机关关于……的${name}”`, en: `Should read “issuer 关于 … 的${name}”` }
  return verdict('official.title', isFine, { zh: '公文标题', en: 'Title' }, detail, documentRules)
}

function addresseeCheck(addressee: string, { docType }: OfficialDocumentInput): ToolCheck {
  const label = { zh: '主送机关', en: 'Addressee' }
  const bodies = addressee.split(/[、，,；;]/u).filter((part) => part.replace(/[：:\s]/gu, '') !== '')
  const fine = (zh: string, en: string) => verdict('official.addressee', true, label, { zh, en }, documentRules)
  const wrong = (zh: string, en: string) => verdict('official.addressee', false, label, { zh, en }, documentRules)
  if (bodies.length === 0)
    return documentKinds[docType].isOpen === true
      ? fine('该文种可以不写主送机关', 'This kind may go without one')
      : wrong('该文种应写主送机关', 'This kind needs one')
  if (docType === 'request' && bodies.length > 1)
    return wrong(`请示只写一个主送机关，现有 ${bodies.length} 个`, `A request has one addressee, here ${bodies.length}`)
  return fine(`${bodies.length} 个`, `${bodies.length}`)
}

const plea = /(?:妥否|当否|可否|如无不妥|以上请示|特此请示)[^。\n]{0,12}(?:批示|批复|审批|审定|批准|指示)/u

/** A request ends by asking; a report must not ask (article 15). */
function closingCheck(body: string, { docType }: OfficialDocumentInput): ToolCheck {
  const asks = plea.test(body.slice(-200))
  const isRequest = docType === 'request'
  const detail = isRequest
    ? asks
      ? { zh: '以请示语结尾', en: 'Ends by asking for instructions' }
      : { zh: '结尾应有请示语，如“妥否，请批示。”', en: 'Should end by asking, as in 妥否，请批示。' }
    : asks
      ? { zh: '报告中不得夹带请示事项', en: 'A report must not ask for instructions' }
      : { zh: '没有夹带请示事项', en: 'Asks for nothing' }
  const label = isRequest ? { zh: '请示语', en: 'Closing' } : { zh: '报告事项', en: 'Report only' }
  return verdict('official.closing', asks === isRequest, label, detail, documentRules)
}

const levels = [
  /^[一二三四五六七八九十]+、/u,
  /^[（(][一二三四五六七八九十]+[）)]/u,
  /^\d{1,2}[.．]\s*\D/u,
  /^[（(]\d{1,2}[）)]/u,
]

/** Zero for a line that begins no level. */
const levelOf = (line: string) => levels.findIndex((pattern) => pattern.test(line.replace(/^[\s#*]+/u, ''))) + 1

/** 一、 then （一） then 1. then （1）: GB/T 9704-2012, 7.3.3. Null when none is skipped, else the line that skips one. */
export function skippedLevel(body: string): string | null {
  let depth = 0
  for (const raw of body.split('\n')) {
    const line = raw.replace(/^[\s#*]+/u, '')
    const level = levelOf(line)
    if (level === 0) continue
    if (level > depth + 1) return line.slice(0, 12)
    depth = level
  }
  return null
}

function levelCheck(body: string): ToolCheck {
  const label = { zh: '结构层次序数', en: 'Levels' }
  if (!body.split('\n').some((line) => levelOf(line) > 0))
    return notLookedAt('official.levels', label, { zh: '正文没有分层', en: 'the text has no levels' })
  const skipped = skippedLevel(body)
  const detail =
    skipped === null
      ? { zh: '依次为“一、”“（一）”“1.”“（1）”', en: 'In the order 一、 （一） 1. （1）' }
      : { zh: `“${skipped}”跳过了上一层`, en: `“${skipped}” skips a level` }
  return verdict('official.levels', skipped === null, label, detail, documentFormat)
}

function dateCheck(date: string): ToolCheck {
  const isFine = /^\d{4}年(?:[1-9]|1[0-2])月(?:[1-9]|[12]\d|3[01])日$/u.test(date.trim())
  const detail = isFine
    ? { zh: date.trim(), en: date.trim() }
    : { zh: '用阿拉伯数字写全年月日，月、日不编虚位，如 2026年11月24日', en: 'Write it like 2026年11月24日' }
  return verdict('official.date', isFine, { zh: '成文日期', en: 'Date' }, detail, documentFormat)
}

function emojiCheck(text: string): ToolCheck {
  const has = hasEmoji(text)
  const detail = has ? { zh: '公文中不应有表情符号', en: 'There should be none' } : { zh: '没有', en: 'None' }
  return verdict('official.emoji', !has, { zh: '表情符号', en: 'Emoji' }, detail)
}
