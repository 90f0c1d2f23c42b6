import { at, expectAccessible } from './browser/accessibility.ts'
import { appApi } from './browser/app-api.ts'
import { browserStack, demoAccount } from './browser/env.ts'
import { expectBody, expectSettled, startWriting, writeArticle } from './browser/studio.ts'
import { expect, signIn, test } from './browser/test.ts'

const both = { tag: '@phone' }
// The findings say where they are, and a recording of every look costs as much as the looking.
test.use({ trace: 'off' })

test('signing in and up', both, async ({ page }) => {
  await expectAccessible(page, [
    at('login', '/login', '登录'),
    at('register', '/register', '注册'),
    {
      name: 'register with mistakes',
      open: async () => {
        await page.getByRole('button', { name: '注册并开始创作' }).click()
        await expect(page.getByText('请填写用户名')).toBeVisible()
      },
    },
    at('verify email', '/verify-email', '确认邮箱'),
    at('forgot password', '/forgot-password', '找回密码'),
    at('reset password', `/reset-password#${'A'.repeat(43)}`, '设置新密码'),
    at('nowhere', '/nowhere', '这个页面不存在'),
  ])
})

test('the creators’ rooms while they are empty', both, async ({ page, creator }) => {
  await expectAccessible(page, [
    at('home', '/', new RegExp(creator.user.username)),
    at('tools', '/writing', 'AI 写作'),
    at('studio', '/writing/wechat-article', '公众号文章'),
    {
      name: 'studio, all fields, with a mistake',
      open: async () => {
        await page.getByRole('button', { name: '更多选项' }).click()
        await page.getByRole('button', { name: /^开始生成/ }).click()
        await expect(page.getByText('请填写文章主题')).toBeVisible()
      },
    },
    {
      name: 'model picker',
      open: async () => {
        await page.getByRole('combobox', { name: '写作模型' }).click()
        await expect(page.getByRole('option', { name: '自动选择' })).toBeVisible()
      },
    },
    at('library', '/creations', '作品库'),
    at('settings', '/settings', '设置'),
    {
      name: 'menu',
      open: async () => {
        const drawer = page.getByRole('button', { name: '打开导航' })
        if (await drawer.isVisible()) await drawer.click()
        await page
          .getByRole('button', { name: /的菜单$/ })
          .filter({ visible: true })
          .click()
        await expect(page.getByRole('menuitem', { name: '退出登录' })).toBeVisible()
      },
    },
  ])
})

test('an article, from its first words to its versions', both, async ({ page, creator }) => {
  await expectAccessible(page, [
    {
      name: 'being written',
      open: async () => {
        await startWriting(page, { requirements: '[[sandbox:slow-tokens:100]]' })
        await expectBody(page)
      },
    },
    {
      name: 'stopped',
      open: async () => {
        await page.getByRole('button', { name: '停止' }).click()
        await expectSettled(page)
      },
    },
    {
      name: 'failed',
      open: async () => {
        await writeArticle(page, { requirements: '[[sandbox:content-block]]' })
        await expect(page.getByRole('alert').filter({ hasText: '这次没写成' })).toBeVisible()
      },
    },
    { name: 'finished', open: () => writeArticle(page) },
    {
      name: 'optimise',
      open: async () => {
        await page.getByRole('button', { name: '优化' }).click()
        await expect(page.getByRole('dialog', { name: '优化这篇' })).toBeVisible()
      },
    },
    {
      name: 'receipt',
      open: async () => {
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: '小票' }).click()
        await expect(page.getByRole('dialog', { name: '小票' })).toContainText('tokens')
      },
    },
    {
      name: 'versions',
      open: async () => {
        await page.keyboard.press('Escape')
        await page.getByRole('tab', { name: '版本 1' }).click()
        await expect(page.getByText('第 1 版 · 生成')).toBeVisible()
      },
    },
    {
      name: 'editing',
      open: async () => {
        await page.getByRole('tab', { name: '编辑' }).click()
        await expect(page.getByRole('toolbar', { name: '排版工具' })).toBeVisible()
      },
    },
    at('home with articles', '/', new RegExp(creator.user.username)),
    at('library with articles', '/creations', '作品库'),
    at('trash', '/creations/trash', '回收站'),
    at('credits', '/credits', '积分'),
    at('membership', '/membership', '会员'),
    at('orders', '/orders', '订单'),
    at('withdrawals', '/withdrawals', '提现'),
    at('coupons', '/coupons', '券包'),
    at('recharge', '/recharge', '充值积分'),
    {
      name: 'checkout',
      open: async () => {
        await page.getByRole('button', { name: /^充值 ¥/ }).click()
        const code = page.getByRole('img', { name: '支付宝付款码' })
        await expect(code.or(page.getByRole('link', { name: '打开支付宝付款' }))).toBeVisible()
      },
    },
    at('credits again', '/credits', '积分'),
    {
      name: 'credits, verified',
      open: async () => {
        await page.getByRole('button', { name: '开始核对' }).click()
        await expect(page.getByText('账目完整')).toBeVisible()
      },
    },
  ])
})

// English is longer: the phone is where it may not fit.
test('the creators’ rooms in English', { tag: ['@phone', '@phone-only'] }, async ({ page }) => {
  await signIn(page, demoAccount('creator'))
  await page.addInitScript(() => localStorage.setItem('mozhou.locale', 'en'))
  await expectAccessible(page, [
    at('home', '/', /小满/),
    at('studio', '/writing/wechat-article', 'WeChat article'),
    at('credits', '/credits', 'Credits'),
    at('membership', '/membership', 'Membership'),
    at('orders', '/orders', 'Orders'),
    at('recharge', '/recharge', 'Recharge credits'),
    at('coupons', '/coupons', 'Coupons'),
    at('settings', '/settings', 'Settings'),
  ])
})

test('the operators’ rooms', both, async ({ page }) => {
  const { username, password } = demoAccount('admin')
  const admin = (path: string) => `${browserStack.adminUrl}${path}`
  await expectAccessible(page, [
    at('login', admin('/login'), '登录运营后台'),
    {
      name: 'money',
      open: async () => {
        await appApi(page.request, 'admin').mutate('auth.login', { login: username, password })
        await page.goto(admin('/money-checks'))
        await expect(page.getByText('全部通过')).toBeVisible()
      },
    },
    at('overview', admin('/'), '总览'),
    at('models', admin('/models'), '模型目录'),
    {
      name: 'model',
      open: async () => {
        await page.getByRole('button', { name: '编辑' }).first().click()
        await expect(page.getByRole('dialog').getByRole('textbox', { name: '名称' })).toBeVisible()
      },
    },
    at('users', admin('/users'), '用户'),
    {
      name: 'adjust credits',
      open: async () => {
        await page
          .getByRole('button', { name: /的操作$/ })
          .first()
          .click()
        await page.getByRole('menuitem', { name: '调整积分' }).click()
        await expect(page.getByRole('dialog').getByRole('textbox', { name: '变动' })).toBeVisible()
      },
    },
    at('prompts', admin('/prompts'), '提示词'),
    at('platform rules', admin('/platform-rules'), '平台规则'),
    at('list of words', admin('/platform-rules/words'), '词表'),
    at('prompt of a tool', admin('/prompts/wechat-article'), '公众号文章'),
    at('usage', admin('/usage'), '模型用量'),
    at('orders', admin('/orders'), '订单'),
    at('notices', admin('/orders?view=notices'), '订单'),
    at('reconciliation', admin('/reconciliation'), '对账'),
    at('coupons of operators', admin('/coupons'), '优惠券'),
    at('given coupons', admin('/coupons?view=given'), '优惠券'),
    at('plans', admin('/plans'), '套餐'),
    {
      name: 'plan',
      open: async () => {
        await page
          .getByRole('button', { name: /^修改 / })
          .first()
          .click()
        await expect(page.getByRole('dialog').getByRole('textbox', { name: '英文名称' })).toBeVisible()
      },
    },
    at('renewals', admin('/renewals'), '自动续费'),
    at('money-refunds', admin('/money-refunds'), '退款'),
    at('withdrawals', admin('/withdrawals'), '提现'),
    at('referrals', admin('/referrals'), '推广统计'),
    at('rebates', admin('/rebates'), '返利'),
    at('referral rules', admin('/referral-rules'), '返利规则'),
    {
      name: 'proposal of rules',
      open: async () => {
        await page.getByRole('button', { name: '提交新版本' }).click()
        await expect(page.getByRole('dialog').getByRole('textbox', { name: '说明' })).toBeVisible()
      },
    },
    at('refunds', admin('/refunds'), '积分退回'),
    at('workflows', admin('/workflows'), '运行中的流程'),
    at('audit', admin('/audit'), '操作记录'),
  ])
})
