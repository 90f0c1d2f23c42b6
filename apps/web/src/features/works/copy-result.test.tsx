import { aiLabel } from '@mozhou/contracts/creations/ai-label'
import { rewrite } from '@mozhou/contracts/tools/rewrite/tool'
import type { ToolDefinition } from '@mozhou/contracts/tools/tool'
import { afterEach, expect, it } from 'vitest'
import { copyResult } from './copy-result.ts'

afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'))

/** The system's clipboard, which jsdom lacks. */
function clipboard(): { text: string } {
  const held = { text: '' }
  const writeText = async (text: string) => {
    held.text = text
  }
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true })
  return held
}

it('copies the work alone as plain text, with the line breaks that the screen shows', async () => {
  const held = clipboard()
  const result = { body: '春眠不觉晓，\n处处**闻啼鸟**。\n\n第二段。', changes: ['换了一个词'] }
  expect(await copyResult(rewrite as ToolDefinition, result, 'plain')).toBe(true)
  expect(held.text).toBe(`春眠不觉晓，\n处处闻啼鸟。\n\n第二段。\n\n${aiLabel}`)
})
