import type { BrowserContext, Page } from '@playwright/test'
import { appApi } from './browser/app-api.ts'
import { browserStack } from './browser/env.ts'
import { creditsPill } from './browser/studio.ts'
import { expect, newAccount, signIn, signUp, test } from './browser/test.ts'

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const box = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name })

async function logIn(page: Page, account: { username: string; password: string }): Promise<void> {
  await box(page, '用户名或邮箱').fill(account.username)
  await box(page, '密码').fill(account.password)
  await button(page, '登录').click()
}

test('signing up names each mistake beside its field, then gives 50 credits', { tag: '@phone' }, async ({ page }) => {
  const account = newAccount()
  await page.goto('/register')
  await button(page, '注册并开始创作').click()
  for (const message of ['请填写用户名', '请填写邮箱', '请填写密码', '请先阅读并同意现行的用户协议和隐私政策'])
    await expect(page.getByText(message)).toBeVisible()

  await box(page, '用户名').fill('a b')
  await box(page, '邮箱').fill('nobody')
  await box(page, '密码').fill('short')
  await box(page, '邀请码').fill('ABC')
  await button(page, '注册并开始创作').click()
  await expect(box(page, '用户名')).toHaveAccessibleDescription(/用户名含有不能使用的字符/)
  await expect(box(page, '邮箱')).toHaveAccessibleDescription(/邮箱格式不对/)
  await expect(box(page, '密码')).toHaveAccessibleDescription(/密码至少 8 个字/)
  await expect(box(page, '邀请码')).toHaveAccessibleDescription(/邀请码是 8 位字母和数字，不含 0、1、I、O/)

  await box(page, '用户名').fill(account.username)
  await box(page, '邮箱').fill(account.email)
  await box(page, '密码').fill(account.password)
  await page.getByRole('checkbox', { name: /我已阅读并同意/ }).check()
  // Well-formed, and nobody's: codes are random.
  await box(page, '邀请码').fill('ZZZZ9999')
  await button(page, '注册并开始创作').click()
  await expect(box(page, '邀请码')).toHaveAccessibleDescription(/没有这个邀请码/)

  await box(page, '邀请码').fill('')
  await button(page, '注册并开始创作').click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(account.username)
  await expect(creditsPill(page)).toHaveText('50 积分')
  await expect(page.getByText('够写 5 篇文章')).toBeVisible()
})

test('a name that is taken is said to be', async ({ page, creator }) => {
  await page.context().clearCookies()
  await page.goto('/register')
  await box(page, '用户名').fill(creator.user.username.toUpperCase())
  await box(page, '邮箱').fill(newAccount().email)
  await box(page, '密码').fill(creator.password)
  await page.getByRole('checkbox', { name: /我已阅读并同意/ }).check()
  await button(page, '注册并开始创作').click()
  await expect(box(page, '用户名')).toHaveAccessibleDescription(/这个用户名已被使用/)
})

test(
  'a wrong password is told, the right one opens the page that was asked for, and logging out closes it',
  {
    tag: '@phone',
  },
  async ({ page, creator }) => {
    await page.context().clearCookies()
    await page.goto('/credits')
    await expect(page).toHaveURL(/\/login\?next=/)
    await logIn(page, { username: creator.user.email, password: 'not this one' })
    await expect(page.getByRole('alert')).toContainText('用户名或密码不对')
    await expect(box(page, '密码')).toHaveValue('')
    await logIn(page, { username: creator.user.email, password: creator.password })
    await expect(page.getByRole('heading', { level: 1, name: '积分' })).toBeVisible()
    await openUserMenu(page)
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '登录' })).toBeVisible()
    await page.goto('/credits')
    await expect(page).toHaveURL(/\/login\?next=/)
  },
)

async function openUserMenu(page: Page): Promise<void> {
  const drawer = button(page, '打开导航')
  if (await drawer.isVisible()) await drawer.click()
  await button(page, /的菜单$/)
    .filter({ visible: true })
    .click()
}

/** Somebody's second device. */
async function otherDevice(context: BrowserContext, account: { username: string; password: string }): Promise<Page> {
  const browser = context.browser()
  if (!browser) throw new Error('a context without a browser')
  const page = await (await browser.newContext({ baseURL: browserStack.webUrl, locale: 'zh-CN' })).newPage()
  await signIn(page, account)
  return page
}

test('a new password ends the login on the other device', async ({ page, context, creator }) => {
  const account = { username: creator.user.username, password: creator.password }
  const other = await otherDevice(context, account)
  await other.goto('/credits')
  await expect(creditsPill(other)).toHaveText('50 积分')

  await page.goto('/settings')
  await box(page, '当前密码').fill('not this one')
  await box(page, '新密码').fill('a better one 墨舟')
  await button(page, '修改密码').click()
  await expect(box(page, '当前密码')).toHaveAccessibleDescription(/当前密码不对/)
  await box(page, '当前密码').fill(creator.password)
  await button(page, '修改密码').click()
  await expect(page.getByText('密码已修改，其他设备已退出登录')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: '设置' })).toBeVisible()

  await button(other, '开始核对').click()
  await expect(other).toHaveURL(/\/login\?next=%2Fcredits/)
  await logIn(other, { ...account, password: 'a better one 墨舟' })
  await expect(other.getByRole('heading', { level: 1, name: '积分' })).toBeVisible()
  await other.context().close()
})

test('an API key is shown once, opens what it was made for, and is refused once revoked', async ({
  page,
  request,
  creator,
}) => {
  const name = `脚本 ${creator.user.username}`
  await page.goto('/settings')
  await button(page, '新建密钥').click()
  const dialog = page.getByRole('dialog', { name: '新建 API 密钥' })
  await dialog.getByRole('button', { name: '新建密钥' }).click()
  await expect(dialog.getByRole('textbox', { name: '名称' })).toHaveAccessibleDescription(/请填写名称/)
  await dialog.getByRole('textbox', { name: '名称' }).fill(name)
  await dialog.getByRole('checkbox', { name: /读取积分/ }).check()
  await dialog.getByRole('button', { name: '新建密钥' }).click()
  const made = page.getByRole('dialog', { name: '密钥已创建' })
  const key = (await made.locator('code').textContent()) ?? ''
  expect(key).toMatch(/^mz_live_/)
  await made.getByRole('button', { name: '我已保存' }).click()
  await expect(page.getByText(name)).toBeVisible()
  await expect(page.getByText(key)).toHaveCount(0)
  // In the words it was chosen by, not in the names that programs use.
  await expect(page.getByText('读取积分、流水和会员状态')).toBeVisible()
  await expect(page.getByText('creations:read')).toHaveCount(0)

  const balance = () => request.get('/api/v1/credit/balance', { headers: { authorization: `Bearer ${key}` } })
  expect(await (await balance()).json()).toMatchObject({ credits: 50 })
  await button(page, '吊销').click()
  await page.getByRole('dialog').getByRole('button', { name: '吊销' }).click()
  await expect(page.getByText('还没有密钥')).toBeVisible()
  expect((await balance()).status()).toBe(401)
})

test('a session on another device can be ended from the list', async ({ page, context, creator }) => {
  const other = await otherDevice(context, { username: creator.user.username, password: creator.password })
  await other.goto('/creations')
  await expect(other.getByRole('heading', { level: 1, name: '作品库' })).toBeVisible()
  await page.goto('/settings')
  const sessions = page.getByRole('listitem').filter({ hasText: /最近使用|正在使用/ })
  await expect(sessions).toHaveCount(2)
  await expect(sessions.filter({ hasText: '当前设备' })).toHaveCount(1)
  await expect(sessions.first()).toContainText('正在使用')
  await sessions.filter({ hasNotText: '当前设备' }).getByRole('button', { name: '退出' }).click()
  await expect(page.getByText('已退出该设备')).toBeVisible()
  await expect(sessions).toHaveCount(1)
  await other.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '积分' }).click()
  await expect(other).toHaveURL(/\/login\?next=/)
  await other.context().close()
})

test('English and dark stay chosen', { tag: '@phone' }, async ({ page, creator }) => {
  await page.goto('/settings')
  await page.getByRole('radiogroup', { name: '外观' }).getByText('深色').click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('radiogroup', { name: '语言' }).getByText('English').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect.poll(async () => (await creator.api.query<{ locale: string }>('auth.me')).locale).toBe('en')
})

test('a session that is gone asks to sign in and returns to the page', async ({ page, context, creator }) => {
  await page.goto('/creations')
  await expect(page.getByRole('heading', { level: 1, name: '作品库' })).toBeVisible()
  await context.clearCookies()
  await page.getByRole('navigation', { name: '导航' }).getByRole('link', { name: '积分' }).click()
  await expect(page).toHaveURL(/\/login\?next=/)
  await logIn(page, { username: creator.user.username, password: creator.password })
  await expect(page.getByRole('heading', { level: 1, name: '积分' })).toBeVisible()
  await expect(creditsPill(page)).toHaveText('50 积分')
})

test('two tabs whose access token ran out at the same time both stay signed in', async ({ page, context, creator }) => {
  const other = await context.newPage()
  await Promise.all([page.goto('/credits'), other.goto('/creations')])
  await expect(creditsPill(page)).toHaveText('50 积分')
  await expect(creditsPill(other)).toHaveText('50 积分')
  await context.clearCookies({ name: 'mz_web_access' })
  await Promise.all([button(page, '开始核对').click(), other.reload()])
  await expect(page.getByText('账目完整')).toBeVisible()
  await expect(creditsPill(other)).toHaveText('50 积分')
  await Promise.all([page.reload(), other.reload()])
  await expect(creditsPill(page)).toHaveText('50 积分')
  await expect(creditsPill(other)).toHaveText('50 积分')
  expect(await appApi(context.request).query<unknown[]>('auth.sessions')).toHaveLength(1)
  expect(creator.user.username).not.toBe('')
})

test('a page left open shows whoever has signed in on another one', async ({ page, context, creator }) => {
  const other = await context.newPage()
  await page.goto('/creations')
  await other.goto('/')
  await openUserMenu(other)
  await other.getByRole('menuitem', { name: '退出登录' }).click()
  const next = await signUp(other.request)
  await other.context().clearCookies()
  await other.goto('/login')
  await logIn(other, { username: next.user.username, password: next.password })
  await expect(other.getByRole('heading', { level: 1 })).toContainText(next.user.username)
  await expect(button(page, new RegExp(next.user.username))).toBeVisible()
  await expect(button(page, new RegExp(creator.user.username))).toHaveCount(0)
})
