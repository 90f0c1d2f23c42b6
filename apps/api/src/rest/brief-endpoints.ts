import type { Wording } from '@mozhou/contracts/wording'
import type { RestMethod } from '../procedure-meta.ts'

export interface Endpoint {
  method: RestMethod
  /** Under the table's base. */
  path: string
  summary: Wording
  access: 'public' | 'user' | 'admin'
}

export interface EndpointTable {
  title: Wording
  /** Under /api/v1. */
  base: string
  endpoints: readonly Endpoint[]
}

const row =
  (access: Endpoint['access']) =>
  (method: RestMethod, path: string, zh: string, en: string): Endpoint => ({
    method,
    path,
    summary: { zh, en },
    access,
  })
const anyone = row('public')
const user = row('user')
const admin = row('admin')
const table = (zh: string, en: string, base: string, endpoints: Endpoint[]): EndpointTable => ({
  title: { zh, en },
  base,
  endpoints,
})

/** The ten tables of the product brief, section "API接口总览", row by row: a checklist for docs/api-map.md. What is served says itself what it is. */
export const briefTables: readonly EndpointTable[] = [
  table('认证', 'Authentication', '/auth', [
    anyone('POST', '/register', '用户注册', 'Register'),
    anyone('POST', '/login', '用户登录', 'Sign in'),
    user('POST', '/refresh', '刷新Token', 'Refresh the tokens'),
    user('GET', '/me', '获取当前用户信息', 'Who I am'),
    user('PUT', '/me', '更新用户信息', 'Change my profile'),
  ]),
  table('AI写作', 'Writing', '/writing', [
    user('GET', '/tools', '获取所有写作工具列表', 'List the writing tools'),
    user('POST', '/{tool_type}/generate', '生成内容', 'Write a text'),
    user('POST', '/{creation_id}/regenerate', '重新生成', 'Write it anew'),
    user('POST', '/{creation_id}/optimize', '优化内容', 'Rewrite it towards a goal'),
  ]),
  table('图片生成', 'Images', '/image', [
    user('POST', '/generate', '文本生成图片', 'Image from text'),
    user('POST', '/variation', '图片变体', 'Variation of an image'),
    user('POST', '/edit', '图片编辑', 'Edit an image'),
    user('POST', '/upscale', '图片放大', 'Enlarge an image'),
  ]),
  table('视频生成', 'Videos', '/video', [
    user('POST', '/generate', '生成视频', 'Make a video'),
    user('POST', '/text-to-video', '文本转视频', 'Video from text'),
    user('POST', '/image-to-video', '图片转视频', 'Video from an image'),
    user('GET', '/{task_id}/status', '获取生成状态', 'How far it is'),
  ]),
  table('PPT生成', 'Slides', '/ppt', [
    user('POST', '/generate', '生成PPT', 'Make slides'),
    user('POST', '/from-outline', '大纲生成PPT', 'Slides from an outline'),
    user('GET', '/{ppt_id}/download', '下载PPT', 'Download slides'),
  ]),
  table('创作记录', 'Creations', '/creations', [
    user('GET', '/', '获取创作列表', 'List my creations'),
    user('GET', '/{id}', '获取创作详情', 'One creation'),
    user('PUT', '/{id}', '更新创作内容', 'Edit a creation'),
    user('DELETE', '/{id}', '删除创作', 'Delete a creation'),
    user('GET', '/{id}/versions', '获取版本历史', 'Its versions'),
  ]),
  table('发布管理', 'Publishing', '/publish', [
    user('POST', '/', '发布内容', 'Publish'),
    user('GET', '/platforms', '获取支持的平台列表', 'List the platforms'),
    user('POST', '/platforms/bind', '绑定平台账号', 'Connect an account'),
    user('GET', '/history', '获取发布历史', 'What was published'),
    user('GET', '/{id}/status', '获取发布状态', 'How far it is'),
  ]),
  table('AI模型管理', 'Models', '/models', [
    user('GET', '/', '获取AI模型列表', 'List the models'),
    admin('POST', '/', '添加AI模型配置', 'Add a model'),
    admin('PUT', '/{id}', '更新AI模型配置', 'Change a model'),
    admin('DELETE', '/{id}', '删除AI模型配置', 'Delete a model'),
    admin('GET', '/{id}/stats', '获取模型使用统计', 'Use of a model'),
  ]),
  table('积分会员', 'Credits and membership', '/credit', [
    user('POST', '/recharge', '创建充值订单', 'Order credits'),
    anyone('POST', '/recharge/callback', '充值支付回调', 'Callback of a credit payment'),
    user('GET', '/balance', '获取积分余额', 'My balance'),
    user('GET', '/transactions', '获取交易记录', 'My ledger'),
    user('POST', '/membership/purchase', '购买会员', 'Buy a membership'),
    anyone('POST', '/membership/callback', '会员支付回调', 'Callback of a membership payment'),
    user('GET', '/membership/status', '获取会员状态', 'My membership'),
    user('GET', '/orders/recharge', '获取充值订单列表', 'My credit orders'),
    user('GET', '/orders/membership', '获取会员订单列表', 'My membership orders'),
  ]),
  table('运营管理', 'Operations', '/operation', [
    admin('POST', '/activities', '创建活动', 'Create a campaign'),
    user('GET', '/activities', '获取活动列表', 'List campaigns'),
    user('GET', '/activities/{id}', '获取活动详情', 'One campaign'),
    admin('PUT', '/activities/{id}', '更新活动', 'Change a campaign'),
    admin('DELETE', '/activities/{id}', '删除活动', 'Delete a campaign'),
    user('POST', '/activities/{id}/participate', '参与活动', 'Take part'),
    admin('GET', '/activities/{id}/participants', '获取参与者列表', 'Who takes part'),
    admin('POST', '/coupons', '创建优惠券', 'Create a coupon'),
    admin('GET', '/coupons', '获取优惠券列表', 'List coupons'),
    user('GET', '/coupons/{id}', '获取优惠券详情', 'One coupon'),
    admin('PUT', '/coupons/{id}', '更新优惠券', 'Change a coupon'),
    admin('DELETE', '/coupons/{id}', '删除优惠券', 'Delete a coupon'),
    admin('POST', '/coupons/{id}/issue', '发放优惠券', 'Issue a coupon'),
    user('POST', '/coupons/{id}/claim', '领取优惠券', 'Claim a coupon'),
    user('GET', '/user-coupons', '获取我的优惠券', 'My coupons'),
    user('POST', '/user-coupons/{id}/use', '使用优惠券', 'Use a coupon'),
    user('POST', '/referral/generate-code', '生成推荐码', 'Make a referral code'),
    user('GET', '/referral/my-code', '获取我的推荐码', 'My referral code'),
    user('GET', '/referral/records', '获取推广记录', 'My referrals'),
    user('GET', '/referral/stats', '获取推广统计', 'My referral figures'),
    admin('POST', '/referral/{id}/approve', '审核返利', 'Review a rebate'),
    admin('GET', '/statistics/overview', '获取总览统计', 'Overview'),
    admin('GET', '/statistics/users', '获取用户统计', 'Users'),
    admin('GET', '/statistics/revenue', '获取收入统计', 'Revenue'),
    admin('GET', '/statistics/consumption', '获取消费统计', 'Consumption'),
    admin('GET', '/statistics/activities', '获取活动统计', 'Campaigns'),
    admin('GET', '/statistics/referrals', '获取推广统计', 'Referrals'),
  ]),
]

/** `GET /creations` → its row. */
export const briefEndpoints: ReadonlyMap<string, Endpoint> = new Map(
  briefTables.flatMap(({ base, endpoints }) =>
    endpoints.map(
      (endpoint) => [`${endpoint.method} ${`${base}${endpoint.path}`.replace(/\/$/, '')}`, endpoint] as const,
    ),
  ),
)
