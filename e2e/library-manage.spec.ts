import type { GenerationStartedDto } from '@mozhou/contracts/generations/answers'
import { expectSettled } from './browser/studio.ts'
import { expect, test } from './browser/test.ts'

test('works are found, deleted, brought back and exported', async ({ page, creator }) => {
  for (const topic of ['墨舟的来历', '早餐的学问']) {
    const { creationId } = await creator.api.mutate<GenerationStartedDto>('writing.generate', {
      tool: 'wechat-article',
      input: { topic, length: 300 },
      requestKey: crypto.randomUUID(),
    })
    await page.goto(`/creations/${creationId}`)
    await expectSettled(page)
  }
  await page.goto('/creations')
  const boxes = page.getByRole('table').getByRole('checkbox')
  await expect(boxes).toHaveCount(2)

  await page.getByRole('textbox', { name: '搜索标题和正文' }).fill('早餐')
  await expect(boxes).toHaveCount(1)
  await page.reload()
  await expect(page.getByRole('textbox', { name: '搜索标题和正文' })).toHaveValue('早餐')
  await expect(boxes).toHaveCount(1)
  await page.getByRole('combobox', { name: '按状态筛选' }).click()
  await page.getByRole('option', { name: '未写成', exact: true }).click()
  await expect(page.getByText('没有符合条件的作品')).toBeVisible()
  await page.getByRole('button', { name: '清除筛选' }).first().click()
  await expect(boxes).toHaveCount(2)

  await page
    .getByRole('button', { name: /的操作$/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: '改名' }).click()
  await page.getByRole('textbox', { name: '标题', exact: true }).fill('换了名字的早餐')
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('link', { name: '换了名字的早餐' })).toBeVisible()

  const removeBoth = async () => {
    await page.getByRole('checkbox', { name: '全选已显示的 2 个' }).check()
    await expect(page.getByText('已选 2 个')).toBeVisible()
    await page.getByRole('button', { name: '删除', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
    await expect(page.getByText('作品库还是空的')).toBeVisible()
  }
  await removeBoth()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(boxes).toHaveCount(2)
  await removeBoth()

  await page.getByRole('link', { name: '回收站' }).click()
  await expect(page.getByText('30 天后清除')).toHaveCount(2)
  await page.getByRole('button', { name: '恢复', exact: true }).first().click()
  await expect(page.getByText('30 天后清除')).toHaveCount(1)
  await page.getByRole('link', { name: '返回作品库' }).click()
  await expect(boxes).toHaveCount(1)

  await page.getByRole('button', { name: /的操作$/ }).click()
  await page.getByRole('menuitem', { name: '复制一份' }).click()
  await expect(page.getByText('已复制，新的一份在作品库里')).toBeVisible()
  await expect(boxes).toHaveCount(2)

  await page
    .getByRole('button', { name: /的操作$/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: '导出' }).click()
  await page.getByText('包含工作备注').click()
  const asked = page.waitForRequest(/\/export\?/u)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /\.docx/ }).click()
  expect((await download).suggestedFilename()).toMatch(/\p{Script=Han}.*\.docx$/u)
  expect(new URL((await asked).url()).searchParams.get('notes')).toBe('true')
})
