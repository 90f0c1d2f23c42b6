import type { accountDeletionErrors } from './errors.ts'

export const accountDeletionErrorsZh = {
  ACCOUNT_CLOSING: '这个账号已申请注销，现在不能使用。想继续用它，请在登录页用密码登录，撤销注销。',
  DELETION_HINDERED: '还有没处理完的事，现在不能注销，账号没有改动。请打开设置里的“注销账号”看是哪些，处理完再来。',
  DELETION_BEGUN: '账号的内容已经开始删除，不能再撤销。需要的话，请重新注册一个账号。',
  DELETION_NOT_FOUND: '这个账号没有在等待注销，什么都没有改动。请刷新页面看现在的状态。',
} satisfies Record<keyof typeof accountDeletionErrors, string>
