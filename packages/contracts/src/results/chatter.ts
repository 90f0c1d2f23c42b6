import { simplified } from './traditional.ts'

export const assent =
  '(?:好嘞|好的?呀?|没问题|没有问题|当然|可以的?|收到|明白了?|了解|遵命|ok(?:ay)?|sure|certainly|of course|absolutely)'
const work =
  '(?:文章|内容|文案|脚本|初稿|草稿|稿件|稿|正文|结果|版本|笔记|论文|公文|教案|课件|简历|译文|翻译|报告|计划书|方案|故事|小说|新闻稿|通稿|作品|全文|回答|答案|json|第[ \\d一二三四五六七八九十]{1,4}(?:部分|[章节])|(?:这|该|下)一?(?:部分|[章节])|续写)'
const done =
  '(?:我已)?(?:修改|改写|润色|优化|扩写|缩写|精简|重写|调整|翻译)(?:后|好)?(?:的?(?:内容|版本|文字|段落|句子))?如下'
export const asAsked = '(?:(?:根据|按照?)您的(?:要求|需求)[，,\\s]*)?'
const announcement = `${asAsked}(?:(?:以下|下面)(?:就?是|为)|(?:这|我)?(?:就?是|将|来|会|已经?)?为[您你])[^，,。；;！!？?：:\\n]{0,30}${work}|${done}`
const here = `here(?:'s|’s| is| are| it is| you go)[^.!:\\n]{0,60}`
const opening = new RegExp(
  `^((?:${assent}[，,。.!！～~：:\\s]*){0,4})(${announcement}|${here})?((?:[，,\\s]*(?:请查收|请过目|供[您你]?参考))?[：:。.!！～~\\s]*)$`,
  'iu',
)
const toMe = '(?:告诉我|告知我?|提问|提出|沟通|联系我)'
const handedOver = '以上(?:就?是|为)[^，,。；;！!？?：:\n]{0,20}'
/** What may also be the last sentence of a letter is a farewell only where it speaks of the work. */
const changes = '(?:修改|调整|润色|优化|进一步|换(?:个|一)|其[他它](?:版本|风格|语气|需求|需要|要求))'
const farewells = [
  `${handedOver}(?:[，,\\s]*如(?:果)?您?(?:还)?(?:有|需)[^。！!？?\\n]{0,20}${toMe})?`,
  '请(?:您)?(?:查收|过目|审阅)',
  '供您?参考',
  '希望(?:这|以上)?[^，,。；;！!？?：:\\n]{0,8}(?:帮助|满意|喜欢)',
  '希望(?:这|以上)[^，,。；;！!？?：:\\n]{0,12}(?:符合|满足)[您你]的(?:要求|需求|期望|预期)',
  `如(?:果)?您?(?:还)?(?:有|需要?|想)[^。！!？?\\n]{0,12}${changes}[^。！!？?\\n]{0,20}${toMe}`,
  `如(?:果)?需(?:要)?${changes}[^。！!？?\\n]{0,20}${toMe}`,
  'i hope this (?:helps|works|meets)[^.!\\n]{0,60}',
  '(?:please )?(?:let me know|feel free to ask)[^.!\\n]{0,30}(?:changes?|adjust|revis|tweak|edit|anything else|version)[^.!\\n]{0,40}',
].join('|')
const between = '[，,。.!！～~\\s]*'
const closing = new RegExp(`^(?:(?:${farewells})${between})+$`, 'iu')
/** Of these even the end of an article is none. */
const farewell = new RegExp(
  `^(?:${handedOver}|[^。\\n]{0,40}${changes}[^。\\n]{0,30}${toMe}|.*\\blet me know\\b)`,
  'iu',
)

/** An announcement is one behind an assent, to the reader, or before a colon; `这是奶奶讲过的故事。` may be the text itself. */
export function isOpening(line: string): boolean {
  // A fence of tildes is no flourish.
  const match = line.startsWith('~~~') ? null : opening.exec(line)
  if (!match) return false
  const [, assented = '', announced = '', end = ''] = match
  return announced === '' || assented !== '' || /为[您你]|\byour?\b/iu.test(announced) || /[：:]\s*$/u.test(end)
}

/** Above a text, greetings alone are none. */
export const isAnnouncement = (above: readonly string[]) =>
  above.some((line) => /[：:]\s*$|为[您你]|\byour?\b/iu.test(simplified(line)))

function isChatter(line: string): boolean {
  const plain = simplified(line).trim()
  return plain !== '' && (isOpening(plain) || closing.test(plain))
}

/**
 * A piece of a text without an announcement above it (`好的，以下是第二部分的正文：`), and then without what hands it over below. A piece
 * that none stands above may itself begin with 好的 or end with 请查收.
 */
export function withoutAnnouncement(text: string): string {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '' && !isOpening(simplified(line).trim()))
  const above = lines.slice(0, first === -1 ? lines.length : first)
  return isAnnouncement(above) && first !== -1 ? withoutChatter(lines.slice(first).join('\n')) : text
}

/** A text without the lines at its ends that only announce or hand over what was asked for: `好的，以下是为您撰写的文章：`, `请查收。` */
export function withoutChatter(text: string): string {
  const lines = text.split('\n')
  const isEmpty = (line: string | undefined) => line !== undefined && (line.trim() === '' || isChatter(line))
  while (isEmpty(lines[0])) lines.shift()
  while (isEmpty(lines.at(-1))) lines.pop()
  return lines.join('\n')
}

/** A section that an answer ends with, without what hands the answer over below it: of an article, what speaks of the work alone. */
export function withoutFarewell(text: string, isArticle: boolean): string {
  const lines = text.split('\n')
  const isTaken = (line: string) => {
    const plain = simplified(line).trim()
    return closing.test(plain) && (!isArticle || farewell.test(plain))
  }
  const last = lines.findLastIndex((line) => line.trim() !== '')
  const end = lines.findLastIndex((line, at) => at <= last && line.trim() !== '' && !isTaken(line))
  if (end < 0 || end === last) return text
  return lines
    .slice(0, end + 1)
    .join('\n')
    .replace(/\n\s*-{3,}\s*$/u, '')
    .trimEnd()
}
