import type { CreationDto } from '@mozhou/contracts/creations/answers'
import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { expect, test } from './browser/test.ts'
import { patience } from './browser/env.ts'

test('a chapter’s sequel begins with its memory and its last page', async ({ page, creator }) => {
  const { creationId } = await creator.api.mutate<GenerationStartedDto>('writing.generate', {
    tool: 'story',
    input: {
      theme: '守灯塔的老人收到一封信',
      form: 'chapter',
      chapterNumber: 3,
      length: 500,
      characters: '林晚：邮递员',
    },
    requestKey: crypto.randomUUID(),
  })
  await page.goto(`/creations/${creationId}`)
  await page.getByRole('button', { name: '写下一章' }).click({ timeout: patience(30_000) })
  await expect(page).toHaveURL(/\/writing\/story$/)
  const { currentVersion } = await creator.api.query<CreationDto>('creations.get', { creationId })
  const memory = currentVersion?.result['memory']
  expect(memory).not.toEqual([])
  await expect(page.getByRole('spinbutton', { name: '从第几章写起' })).toHaveValue('4')
  await expect(page.getByRole('textbox', { name: '人物设定' })).toHaveValue('林晚：邮递员')
  const more = page.getByRole('button', { name: '更多选项' })
  if (!(await page.getByRole('textbox', { name: '前情记忆' }).isVisible())) await more.click()
  await expect(page.getByRole('textbox', { name: '前情记忆' })).toHaveValue((memory as string[]).join('\n'))
  const last = String(currentVersion?.result['body']).trim().slice(-20)
  expect(await page.getByRole('textbox', { name: '前文' }).inputValue()).toContain(last.slice(-8, -1))
})
