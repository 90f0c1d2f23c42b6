import { at, expectAccessible, expectLoaded } from './browser/accessibility.ts'
import { expect, test } from './browser/test.ts'
import { article, gallery, inDialog, paint, picture, prompt, submit } from './browser/pictures.ts'

test('making pictures, for everybody', { tag: '@phone' }, async ({ page, creator }) => {
  const made = await picture(creator, { count: 2 })
  const open = `/images/${made.creation.id}`
  await expectAccessible(page, [
    at('studio', '/images', '图片'),
    {
      name: 'studio with mistakes',
      open: async () => {
        await page.goto('/images?tool=image-edit')
        await submit(page).click()
        await expect(page.getByText(/请(填写|选择)要处理的图片/)).toBeVisible()
      },
    },
    {
      name: 'picker of pictures',
      open: async () => {
        await page.getByRole('button', { name: '选择图片' }).click()
        await expect(
          inDialog(page)
            .getByRole('button', { name: /^选择 / })
            .first(),
        ).toBeVisible()
      },
    },
    {
      name: 'pictures',
      open: async () => {
        await page.goto(open)
        await expect(gallery(page)).toHaveCount(2)
        await expectLoaded(page)
      },
    },
    {
      name: 'versions',
      open: async () => {
        await page.getByRole('tab', { name: '版本 1' }).click()
        await expect(page.getByRole('treeitem')).toHaveCount(1)
      },
    },
    {
      name: 'mask',
      open: async () => {
        await page.goto(open)
        await page.getByRole('button', { name: '编辑', exact: true }).click()
        await paint(page)
      },
    },
  ])
})

test('having pictures, for everybody', { tag: '@phone' }, async ({ page, creator }) => {
  const workId = await article(creator)
  const made = await picture(creator, {})
  const failed = await picture(creator, { prompt: `${prompt} [[sandbox:content-block]]` })
  const open = `/images/${made.creation.id}`
  await expectAccessible(page, [
    {
      name: 'place in a work',
      open: async () => {
        await page.goto(open)
        await page.getByRole('button', { name: '用到作品' }).click()
        await inDialog(page).getByRole('list', { name: '作品' }).getByRole('button').first().click()
        await expect(inDialog(page).getByText('封面').first()).toBeVisible()
      },
    },
    {
      name: 'format and size of downloads',
      open: async () => {
        await page.goto(open)
        await page.getByRole('button', { name: '下载格式和尺寸' }).click()
        await expect(inDialog(page).getByRole('radio').first()).toBeAttached()
      },
    },
    {
      name: 'without the visible mark',
      open: async () => {
        await page.goto(open)
        await page.getByRole('button', { name: '更多操作' }).click()
        await page.getByRole('menuitem', { name: '下载无可见标识的图片' }).click()
        await expect(inDialog(page).getByRole('checkbox')).toBeVisible()
      },
    },
    {
      name: 'nothing was made',
      open: async () => {
        await page.goto(`/images/${failed.creation.id}`)
        await expect(page.getByText('这次没有做成图片')).toBeVisible()
      },
    },
    at('library of pictures', '/creations?kind=image', '作品库'),
    {
      name: 'pictures of a work',
      open: async () => {
        await page.goto(`/creations/${workId}`)
        await page.getByRole('tab', { name: '配图' }).click()
        await expect(page.getByRole('link', { name: /生成配图/ }).first()).toBeVisible()
      },
    },
  ])
})
