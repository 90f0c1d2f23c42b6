import { uiZh } from '@mozhou/ui/i18n/zh'
import { libraryZh } from './library.zh.ts'
import { writingZh } from './writing.zh.ts'

/** The creators' app in Chinese: the source dictionary. */
export const zh = {
  ...uiZh,
  ...libraryZh,
  ...writingZh,
  app: {
    name: '墨舟',
    slogan: '给中文创作者的 AI 工作台',
    settings: '设置',
    groupCreate: '创作',
    groupAccount: '账户',
    sandbox: '沙盒',
    sandboxHint: '现在连接的是沙盒模型，生成的文字只是示例，不会调用真实的 AI 服务。',
    balance: (credits: string) => `${credits} 积分`,
    member: '会员',
    memberUntil: (date: string) => `会员，至 ${date}`,
    notMember: '普通用户',
    messages: '消息',
    unread: (count: string) => `消息，${count} 条未读`,
    noneUnread: '消息，没有未读',
    notFoundTitle: '这个页面不存在',
    notFoundHint: '地址可能写错了，或者内容已被移走。',
    backHome: '回到首页',
  },
  auth: {
    loginTitle: '登录',
    loginHint: '继续你的创作',
    noAccount: '还没有账号？',
    toRegister: '注册一个',
    forgot: '忘记密码？',
    registerTitle: '注册',
    registerHint: (credits: string) => `注册即送 ${credits} 积分，可以写几篇试试`,
    registerHintPlain: '几秒钟就好，马上开始写作',
    hasAccount: '已有账号？',
    toLogin: '去登录',
    username: '用户名',
    usernameHint: '2–32 个字，可用中文、字母、数字、_ 和 -',
    email: '邮箱',
    password: '密码',
    passwordHint: '至少 8 位',
    referralCode: '邀请码',
    referralCodeHint: '选填，8 位字母和数字',
    register: '注册并开始创作',
    checkMailTitle: '账号已创建，请查收邮件',
    checkMail: (credits: string) => `打开邮件里的链接确认邮箱，${credits} 积分随即到账。`,
    noGiftTitle: '账号已创建，这次没有注册赠送',
    noGiftNetwork: '今天从你所在的网络注册的人太多，赠送已发完。其他功能都能用；如果这是误会，请联系客服。',
  },
}

export type Dictionary = typeof zh
