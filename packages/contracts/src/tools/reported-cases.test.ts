import { countLetters } from '../testing/count-letters.ts'
import { describe, expect, it } from 'vitest'
import { checkResult } from './checks.ts'
import { endsOpen } from './ending.ts'
import { parseSections } from '../results/sections.ts'
import type { ToolDefinition } from './tool.ts'
import { translation } from './translation/tool.ts'
import { videoScript } from './video-script/tool.ts'

/** What people reported of texts that models had written, read and checked as ours. */
function read(tool: ToolDefinition, answer: string, changed: object) {
  const result = parseSections(answer, tool.sections)
  const checks = checkResult(tool, result, tool.input.parse({ ...tool.example, ...changed }), countLetters)
  return { result, check: (rule: string) => checks.find((found) => found.rule === rule) }
}

describe('seconds of shots', () => {
  const answer = (times: readonly string[]) => `【标题】
露营三十秒

【开场钩子】
你会搭帐篷吗？

【分镜】
| 场景 | 画面 | 台词 | 时长（秒） |
|---|---|---|---|
| 营地 | 开箱 | 先看装备 | ${times[0]} |
| 营地 | 搭帐篷 | 三步搞定 | ${times[1]} |
| 营地 | 生火 | 注意安全 | ${times[2]} |
| 营地 | 夜景 | 晚安 | ${times[3]} |

【拍摄提示】
注意光线

【话题标签】
露营、周末`

  it.each([
    [['0-5秒', '00:05-00:15', '约10s', '５秒'], [5, 10, 10, 5], 'ok', '4 个镜头共 30 秒（5+10+10+5）'],
    [['三秒', '5-10', '1分10秒', '5"'], [3, 8, 70, 5], 'warn', '4 个镜头共 86 秒（3+8+70+5）'],
    [['0-5', '6-15', '16-25', '26-30'], [5, 10, 10, 5], 'ok', '4 个镜头共 30 秒'],
    [['10', '10', '10', '待定'], [10, 10, 10, 0], 'warn', '镜头 4 没有读到时长'],
    [['00:00', '00:05', '00:12', '00:20'], [5, 7, 8, 0], 'ok', '4 个镜头共 30 秒（5+7+8+10）'],
    [['00:00', '00:05', '00:12', '00:40'], [5, 7, 28, 0], 'warn', '镜头 4 没有读到时长'],
    [['0:00起', '0:05', '0:12', '0:20'], [5, 7, 8, 0], 'ok', '4 个镜头共 30 秒（5+7+8+10）'],
    [['00:05', '00:10', '00:12', '00:13'], [5, 10, 12, 13], 'warn', '4 个镜头共 40 秒'],
    [['00:00', '00:05', '00:05', '00:20'], [0, 5, 5, 20], 'warn', '镜头 1 没有读到时长'],
  ])('%s', (times, seconds, severity, said) => {
    const { result, check } = read(videoScript, answer(times), { seconds: 30 })
    expect(Array.isArray(result['shots']) && result['shots'].map((shot) => Object(shot).seconds)).toEqual(seconds)
    expect(check('video.seconds')?.severity).toBe(severity)
    expect(check('video.seconds')?.detail.zh).toContain(said)
  })
})

it('says that a translation breaks off within a word, and which number went with it', () => {
  const source = '去年销售额达到1.2亿元，同比增长30%，游客3.5万人次。'
  const answer = '【译文】\nSales reached 120 million yuan last year, up 30% year on year, and the number of visi'
  const { result, check } = read(translation, answer, { source, localise: false, glossary: '' })
  expect(endsOpen(translation, result)).toBe(true)
  expect(check('ending')).toMatchObject({ severity: 'warn', detail: { zh: '可能没有写完：结尾停在一句话中间' } })
  expect(check('translation.numbers')).toMatchObject({
    severity: 'warn',
    detail: { zh: '原文 3 处、译文 2 处，译文里找不到：3.5万' },
  })
})
