import { asAsked, assent, isAnnouncement, isOpening } from './chatter.ts'
import { simplified } from './traditional.ts'

/**
 * What of a piece that is being written may be shown: all that stands behind an announcement above it (`好的，以下是第二部分的正文：`). Null
 * while it may still be one.
 */
export function behindAnnouncement(growing: string): string | null {
  const lines = growing.split('\n')
  for (const [at, line] of lines.entries()) {
    const plain = simplified(line).trim()
    const isOpen = at === lines.length - 1 ? mayAnnounce(plain) : plain === '' || isOpening(plain)
    if (!isOpen) return isAnnouncement(lines.slice(0, at)) ? lines.slice(at).join('\n') : growing
  }
  return null
}

const assents =
  '好的、好呀、好嘞、没问题、没有问题、当然、可以、收到、明白、了解、遵命、ok、okay、sure、certainly、of course、absolutely'.split(
    '、',
  )
const toYou = ['', '这', '我'].flatMap((who) =>
  ['', '就', '是', '就是', '将', '来', '会', '已', '已经'].map((when) => `${who}${when}为`),
)
const starts = [
  ...assents,
  ...toYou,
  ...'根据您的 按您的 按照您的 以下 下面 我已 修改 改写 润色 优化 扩写 缩写 精简 重写 调整 翻译 here'.split(' '),
]
const greeting = new RegExp(`^${assent}[，,。.!！～~：:\\s]*`, 'iu')
const asAskedBefore = new RegExp(`^${asAsked}`, 'u')
/** Goes on behind a mark that an announcement has only at its end. */
const goesOn = /[，,。；;！!？?：:](?!\s*(?:$|请|供))\s*\S/u
const longest = 90

/** Whether a line may become an announcement when more of it comes. */
function mayAnnounce(line: string): boolean {
  let rest = line.replace(asAskedBefore, '').toLowerCase()
  for (let shorter = rest.replace(greeting, ''); shorter !== rest; shorter = rest.replace(greeting, '')) rest = shorter
  if (rest === '') return true
  const isBegun = starts.some(
    (start) => start.startsWith(rest) || (rest.startsWith(start) && !/[a-z]/u.test(rest.charAt(start.length))),
  )
  const isOver = rest.startsWith('here') ? /[.!:]\s*[^\s.!:]/u.test(rest) : goesOn.test(rest)
  return isBegun && !isOver && line.length <= longest
}
