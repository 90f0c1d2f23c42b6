import type { ImageCreationDto } from '@mozhou/contracts/images/answers'
import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { patience } from './browser/env.ts'
import { adjustCredits } from './browser/operator.ts'
import { article, expectDrawn, gallery, inDialog, paint, prompt, submit } from './browser/pictures.ts'
import { creditsPill } from './browser/studio.ts'
import { expect, test } from './browser/test.ts'
import { changedRegion } from './support/changed-region.ts'

/** The vendor that is asked first makes all pictures but the last. */
const allButOne = '[[sandbox:partial]]'

const radio = (page: Page, group: string, name: string): Locator =>
  page.getByRole('radiogroup', { name: group }).getByText(name, { exact: true })

async function expectVersions(page: Page, count: number): Promise<void> {
  await expect(page.getByRole('tab', { name: `版本 ${count}` })).toBeVisible({ timeout: patience(60_000) })
}

const bytesAt = async (page: Page, address: string) => (await page.request.get(address)).body()

test(
  'pictures are made, edited under a painted mask, enlarged, used in a work, fetched, deleted and brought back',
  { tag: '@phone' },
  async ({ page, creator }) => {
    test.setTimeout(patience(240_000))
    await adjustCredits(creator.user.id, 450)
    const workId = await article(creator)

    await test.step('three are asked for, two come, and the third is given back', async () => {
      await page.goto('/')
      await page.getByRole('link', { name: /^文生图/ }).click()
      await expect(page.getByText('还没有图片')).toBeVisible()
      await submit(page).click()
      await expect(page.getByText('请填写画面描述')).toBeVisible()
      await page.getByRole('textbox', { name: '画面描述' }).fill(`${prompt} ${allButOne}`)
      await page.getByText('小红书 3:4').click()
      await radio(page, '张数', '3').click()
      await page.getByRole('button', { name: '生成 3 张 · 30 积分' }).click()
      await expect(page.getByRole('listitem').filter({ hasText: '第 3 张' })).toBeVisible()
      await expectVersions(page, 1)
      await expect(page.getByText('有 1 张没有交付')).toBeVisible()
      await expect(page.getByText(/已退回 10 积分/)).toBeVisible()
      await expect(gallery(page)).toHaveCount(2)
      await gallery(page).nth(1).click()
      await expectDrawn(page.getByRole('img', { name: /文生图，第 2 张/ }))
      // 500 for the start, 10 for the article, 30 for the pictures, 10 back.
      await expect(creditsPill(page)).toHaveText('470 积分')
    })

    await test.step('what is painted over is made anew', async () => {
      await page.getByRole('button', { name: '编辑', exact: true }).click()
      await submit(page).click()
      await expect(page.getByText(/请(填写|选择)修改区域/)).toBeVisible()
      await paint(page)
      await inDialog(page).getByRole('button', { name: '撤销一笔' }).click()
      await inDialog(page).getByRole('button', { name: '用这块区域' }).click()
      await expect(inDialog(page).getByText('还没有涂抹任何地方')).toBeVisible()
      await inDialog(page).getByRole('button', { name: '重做一笔' }).click()
      // The keys paint, too.
      await inDialog(page).getByRole('application').focus()
      for (const key of ['ArrowUp', ' ', 'ArrowLeft', 'ArrowLeft', ' ']) await page.keyboard.press(key)
      await inDialog(page).getByRole('button', { name: '用这块区域' }).click()
      await expect(page.getByText(/^已涂 \d+%$/)).toBeVisible()
      await page.getByRole('textbox', { name: '画面描述（可不填）' }).fill('一只白鹭')
      await radio(page, '张数', '1').click()
      await submit(page).click()
      await expectVersions(page, 2)
      const creationId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
      const { versions } = await creator.api.query<ImageCreationDto>('images.get', { creationId })
      const [before, after] = [versions[0]?.pictures[1], versions[1]?.pictures[0]]
      const changed = await changedRegion(
        await bytesAt(page, before?.urls?.full ?? ''),
        await bytesAt(page, after?.urls?.full ?? ''),
      )
      // The brush went through the middle; the corners were never under it.
      expect(changed?.left).toBeGreaterThan(0.1)
      expect(changed?.top).toBeGreaterThan(0.1)
      expect(changed?.right).toBeLessThan(0.9)
      expect(changed?.bottom).toBeLessThan(0.9)
      await page.getByRole('button', { name: '对比原图' }).click()
      const slider = page.getByRole('slider', { name: '对比线的位置' })
      await slider.focus()
      await page.keyboard.press('Home')
      await expect(slider).toHaveAttribute('aria-valuetext', '左侧 0% 是原图')
    })

    await test.step('it is enlarged, and every version hangs on what it was made from', async () => {
      await page.getByRole('button', { name: '放大', exact: true }).click()
      await submit(page).click()
      await expectVersions(page, 3)
      await page.getByRole('tab', { name: '版本 3' }).click()
      const rows = page.getByRole('tree', { name: '版本历史' }).getByRole('treeitem')
      await expect(rows).toHaveCount(3)
      expect(await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-level')))).toEqual(['1', '2', '3'])
      await rows.first().click()
      await page.getByRole('button', { name: /^查看第 1 版/ }).click()
      await expect(gallery(page)).toHaveCount(2)
    })

    await test.step('it becomes the cover of an article', async () => {
      await page.getByRole('button', { name: '用到作品' }).click()
      await inDialog(page).getByRole('list', { name: '作品' }).getByRole('button').first().click()
      await inDialog(page)
        .getByRole('listitem')
        .filter({ hasText: '封面' })
        .getByRole('button', { name: '用在这里' })
        .click()
      await expect(page.getByText('已配到作品里')).toBeVisible()
    })

    await test.step('it is fetched, and without the visible mark only by who takes on the duty', async () => {
      const marked = page.waitForEvent('download')
      await page.getByRole('button', { name: '下载', exact: true }).click()
      expect((await marked).suggestedFilename()).toMatch(/\.(png|jpe?g|webp)$/)
      await page.getByRole('button', { name: '下载格式和尺寸' }).click()
      await inDialog(page).getByText('WebP', { exact: true }).click()
      await inDialog(page).getByText('长边 720', { exact: true }).click()
      const fitted = page.waitForEvent('download')
      await inDialog(page).getByRole('button', { name: '按此下载' }).click()
      const fetched = await fitted
      expect(fetched.suggestedFilename()).toMatch(/\.webp$/)
      const { width, height, format } = await sharp(await fetched.path()).metadata()
      expect([format, Math.max(width, height)]).toEqual(['webp', 720])
      // Remembered, also after the page is opened anew.
      await page.reload()
      await expect(page.getByRole('button', { name: '下载 · WebP · 720' })).toBeVisible()
      await page.getByRole('button', { name: '更多操作' }).click()
      await page.getByRole('menuitem', { name: '下载无可见标识的图片' }).click()
      const take = inDialog(page).getByRole('button', { name: '接受并下载' })
      await expect(take).toBeDisabled()
      await inDialog(page).getByRole('checkbox', { name: '我明白并承担标识义务' }).check()
      const unmarked = page.waitForEvent('download')
      await take.click()
      expect((await unmarked).suggestedFilename()).toMatch(/\.(png|jpe?g|webp)$/)
    })

    await test.step('it is deleted, and brought back', async () => {
      await page.getByRole('button', { name: '更多操作' }).click()
      await page.getByRole('menuitem', { name: '只删除这一张' }).click()
      await page.getByRole('button', { name: '撤销' }).click()
      await expect(page.getByText('已恢复')).toBeVisible()
      await page.getByRole('button', { name: '更多操作' }).click()
      await page.getByRole('menuitem', { name: '删除这组图片' }).click()
      await expect(page.getByText('还没有图片')).toBeVisible()
      await page.getByRole('button', { name: '撤销' }).click()
      await expect(page.getByRole('link', { name: new RegExp(prompt) })).toBeVisible()
    })

    await test.step('the article shows its cover, and the library its picture', async () => {
      await page.goto(`/creations/${workId}`)
      await page.getByRole('tab', { name: '配图' }).click()
      await expectDrawn(page.getByRole('tabpanel').getByRole('img').first())
      await page.goto('/creations?kind=image')
      await expect(page.getByRole('link', { name: new RegExp(prompt) })).toBeVisible()
    })
  },
)

test('a picture is made for a place of a work, and attached by itself', async ({ page, creator }) => {
  test.setTimeout(patience(120_000))
  const workId = await article(creator)
  await page.goto(`/creations/${workId}`)
  await page.getByRole('tab', { name: '配图' }).click()
  await page
    .getByRole('link', { name: /生成配图/ })
    .first()
    .click()
  await expect(page.getByRole('button', { name: '不用于作品' })).toBeVisible()
  await submit(page).click()
  await expectVersions(page, 1)
  await page.goto(`/creations/${workId}`)
  await page.getByRole('tab', { name: '配图' }).click()
  await expectDrawn(page.getByRole('tabpanel').getByRole('img').first())
  await page.getByRole('button', { name: /^移除/ }).click()
  await expect(page.getByRole('tabpanel').getByRole('img')).toHaveCount(0)
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('tabpanel').getByRole('img')).toHaveCount(1)
})
