import type { accountsErrors } from './errors.ts'

export const accountsErrorsZh = {
  USERNAME_TAKEN: '这个用户名已被使用，账号没有创建。请换一个。',
  USERNAME_LOOKS_TAKEN: '这个用户名和别人的看起来一样，容易被认错，账号没有创建。请换一个。',
  NAME_RESERVED: '这个名字会被当成墨舟官方，不能使用，什么都没有改动。请换一个。',
  EMAIL_TAKEN: '这个邮箱已注册过。请直接登录，或换一个邮箱。',
  REFERRAL_CODE_UNKNOWN: '没有这个邀请码，账号没有创建。请核对后再填，或留空。',
  LOGIN_FAILED: '用户名或密码不对。请检查后重试，连续错 5 次会锁定 15 分钟。',
  LOGIN_LOCKED: '密码连续错误太多次，登录已暂时锁定。请{{ wait }}后再试。',
  PASSWORD_CHECKS_BUSY: '此刻登录的人太多，你的密码还没有核对，不算一次失败。请{{ wait }}后再试。',
  ACCOUNT_SUSPENDED: '这个账号已被停用，作品和积分都还在。请联系客服处理。',
  PASSWORD_WRONG: '当前密码不对，什么都没有改动。请重新输入。',
  REGISTRATION_PROOF_WRONG: '注册前的验证没有通过或已过期，账号没有创建。请再点一次注册；程序调用请先取验证题。',
  VERIFICATION_INVALID: '这个链接已经用过、已过期，或邮箱已改，什么都没有改动。请登录后在设置里重新发送。',
  VERIFICATION_LIMIT: '确认邮件发得太频繁，这一次没有发送。请{{ wait }}后再试，也看看垃圾邮件箱。',
  TERMS_NOT_ACCEPTED:
    '用户协议和隐私政策有新版本，同意之后才能付款；没有下单，也没有扣款。请在页面上方阅读并同意，再试一次。',
  EMAIL_ALREADY_VERIFIED: '这个邮箱不需要再确认，没有发送邮件。请刷新页面查看。',
  PASSWORD_RESET_INVALID: '这个链接已经用过、已过期，或密码、邮箱在那之后改过，密码没有改动。请重新申请一个链接。',
  PASSWORD_RESET_LIMIT: '同一个账号申请得太频繁，这一次没有发送邮件。请{{ wait }}后再试，也看看垃圾邮件箱。',
  PASSWORD_RESET_UNAVAILABLE: '这里没有开通邮件，不能自己重设密码，什么都没有改动。请联系客服，核对身份后重设。',
  SESSION_EXPIRED: '登录已过期，没有扣积分。请重新登录。',
  SESSION_REVOKED: '这次登录已在别处被退出，没有扣积分。请重新登录；如果不是你本人操作，请尽快改密码。',
  SESSION_NOT_FOUND: '这个登录已经退出了，不用再处理。',
  USER_NOT_FOUND: '没有这个用户，什么都没有改动。请刷新列表后重试。',
  LAST_ADMIN: '这是最后一位管理员，不能停用或降级。请先设置另一位管理员。',
} satisfies Record<keyof typeof accountsErrors, string>
