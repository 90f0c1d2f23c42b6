import { writeDocument } from '@mozhou/integrations/documents/registry'
import { blockHtml } from '@mozhou/text/block-html'
import { blockText } from '@mozhou/text/block-text'
import { countWords } from '@mozhou/text/count-words'
import { advanceBlocks, noBlocks } from '@mozhou/text/growing-blocks'
import { readMarkdown } from '@mozhou/text/read-markdown'
import { marked } from 'marked'
import { percentile } from './percentile.ts'

export interface TextCostRow {
  work: string
  ms: number
  /** Against marked's parsing of the same text, which the product used before it had a dialect of its own. */
  ratio: number
}

/** Characters of the text that is measured, its marks included. */
export const longText = 20_000
const rounds = 60

/** What becomes of a text of 20,000 characters, work by work. */
export async function benchTexts(): Promise<TextCostRow[]> {
  const markdown = sampleText(longText)
  const blocks = readMarkdown(markdown)
  const works: Record<string, () => unknown> = {
    'marked: tokens': () => marked.lexer(markdown, { breaks: true, gfm: true }),
    'read into blocks': () => readMarkdown(markdown),
    'read and counted': () => countWords(markdown),
    'blocks as html': () => blocks.map(blockHtml).join('\n'),
    'blocks as plain text': () => blocks.map((block) => blockText(block, '')).join('\n\n'),
    'read in 2,000 steps as it grows': () => grown(markdown, 2_000),
  }
  const rows = inTurns(works)
  const document = documentOf(markdown)
  const docx: number[] = []
  for (let round = 0; round < 8; round += 1) docx.push(await timed(() => writeDocument('docx', document)))
  rows.push({ work: 'read and written as docx', ms: percentile(docx.slice(2), 0.5) })
  const yardstick = rows[0]?.ms ?? 1
  return rows.map((row) => ({ ...row, ratio: row.ms / yardstick }))
}

/** As models write articles: sections of prose with marks, a list, a table, a quote. */
export function sampleText(length: number): string {
  let text = ''
  for (let section = 1; text.length < length; section += 1)
    text += `## ${section}、从“写”到“编排”

过去一年，**内容团队**的工作方式变了：预算在${section}00~${section}50元之间，尺寸${section}*40*50cm，*效率*却高了三成[^${section}]。白天太满，夜里才是自己的；选题、初稿、排版，每一步都有工具接着，人只管判断与取舍。

周末城市露营，选地方要近，**车程一小时以内最好。**还有一点：“轻装”上阵最省力，见[攻略](https://example.com/p/${section})。带上帐篷、睡袋和一壶热水，天黑之前把营地收拾停当，剩下的时间都留给星星。

- 第一，**选题**要小；
- 第二，数字要核对到${section}.5%；
- 第三，结尾要有一个可以马上去做的动作。

| 环节 | 过去 | 现在 |
|:--|--:|--:|
| 选题 | ${section} 小时 | 20 分钟 |
| 初稿 | 两天 | 1 小时 |

> 工具负责速度，人负责品味。

`
  return text.slice(0, length)
}

function grown(markdown: string, steps: number) {
  let blocks = noBlocks
  for (let step = 1; step <= steps; step += 1) {
    blocks = advanceBlocks(blocks, markdown.slice(0, Math.ceil((markdown.length * step) / steps)))
    readMarkdown(blocks.tail)
  }
  return blocks
}

const documentOf = (text: string) => ({
  title: '题',
  layout: 'article' as const,
  aiLabel: null,
  provenance: { producer: '墨舟', contentId: 'ver_0' },
  parts: [{ kind: 'markdown' as const, field: 'body', label: null, text }],
})

/** The works one after the other, round by round, so that whatever else the machine does meets all of them. */
function inTurns(works: Record<string, () => unknown>): { work: string; ms: number }[] {
  const times = new Map(Object.keys(works).map((work) => [work, [] as number[]]))
  for (let round = 0; round < rounds; round += 1)
    for (const [work, once] of Object.entries(works)) {
      const startedAt = performance.now()
      once()
      times.get(work)?.push(performance.now() - startedAt)
    }
  // What the first rounds take is the compiler's.
  return [...times].map(([work, taken]) => ({ work, ms: percentile(taken.slice(rounds / 3), 0.5) }))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
