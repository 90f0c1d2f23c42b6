import { countLetters } from '../testing/count-letters.ts'
import { expect, it } from 'vitest'
import { businessPlan } from './business-plan/tool.ts'
import { checkResult } from './checks.ts'
import { officialDocument } from './official-document/tool.ts'
import { pressRelease } from './press-release/tool.ts'
import { resume } from './resume/tool.ts'
import { rewrite } from './rewrite/tool.ts'
import { story } from './story/tool.ts'
import type { ToolDefinition } from './tool.ts'
import { translation } from './translation/tool.ts'
import { videoScript } from './video-script/tool.ts'
import { workReport } from './work-report/tool.ts'

const shots = [{ scene: '街', action: '走', line: '', seconds: 30 }]

it.each([
  ['numbers of texts without any', translation, { body: 'Hello.' }, { source: '您好。' }, 'translation.numbers'],
  ['terms that the source has not', translation, { body: 'Hello.' }, { source: '您好。' }, 'translation.glossary'],
  ['numbers of a text without any', rewrite, { body: '改' }, { source: '原文' }, 'rewrite.facts'],
  ['words the source has not', rewrite, { body: '改' }, { source: '原文', keepTerms: ['别处'] }, 'rewrite.terms'],
  ['figures nobody gave', workReport, { body: '甲' }, { achievements: '' }, 'work-report.achievements'],
  ['numbers that are not there', resume, { title: '', body: '甲' }, {}, 'resume.numbers'],
  ['names that are not there', resume, { title: '', body: '甲' }, {}, 'resume.names'],
  ['assumptions without a table', businessPlan, { body: '甲', figures: [] }, {}, 'business-plan.assumptions'],
  ['quotes that are not there', pressRelease, { lead: '甲', body: '乙' }, {}, 'press.quotes'],
  ['lines that are not there', videoScript, { title: '题', shots }, {}, 'video.pace'],
  ['a cast without names', story, { body: '甲' }, { characters: '' }, 'story.cast'],
  ['levels that are not there', officialDocument, { title: '题', body: '甲' }, {}, 'official.levels'],
])('says that it did not look at %s', (_case, definition, result, form, rule) => {
  const tool = definition as ToolDefinition
  const checks = checkResult(tool, result, tool.input.parse({ ...tool.example, ...form }), countLetters)
  const found = checks.find((check) => check.rule === rule)
  expect([found?.severity, found?.detail.zh]).toEqual(['info', expect.stringMatching(/^没有检查：/u)])
})

it.each([
  ['rewrite.facts', rewrite],
  ['translation.numbers', translation],
  ['work-report.achievements', workReport],
])('%s reads no numbers in a text beyond what any tool writes, and says so', (rule, definition) => {
  const tool: ToolDefinition = definition
  const checks = checkResult(
    tool,
    { title: '题', body: '12 '.repeat(60_000) },
    tool.input.parse(tool.example),
    countLetters,
  )
  expect(checks.find((check) => check.rule === rule)?.detail.zh).toBe('没有检查：文字超过 30000 个字符')
})
