import type { apiKeysErrors } from './errors.ts'

export const apiKeysErrorsZh = {
  API_KEY_INVALID: '没有这个 API 密钥，没有扣积分。请核对密钥是否完整。',
  API_KEY_REVOKED: '这个 API 密钥已被吊销，没有扣积分。请在设置里新建一个。',
  API_KEY_EXPIRED: '这个 API 密钥已过期，没有扣积分。请在设置里新建一个。',
  API_KEY_SCOPE_MISSING:
    '这个 API 密钥没有做这件事的权限，什么都没有改动。接口文档写明了每件事要的权限：有的请新建带它的密钥，没有写的只能登录后做。',
  API_KEY_NOT_FOUND: '没有找到这个 API 密钥，它可能已被吊销。请刷新列表查看。',
  API_KEY_LIMIT_REACHED: '有效的 API 密钥已达上限，没有新建。请先吊销不用的密钥。',
} satisfies Record<keyof typeof apiKeysErrors, string>
