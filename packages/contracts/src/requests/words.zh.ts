import type { requestsErrors } from './errors.ts'

/** `NETWORK` is the apps' own: the answer never came, so nobody knows whether the request did. */
export const requestsErrorsZh = {
  NETWORK: '连不上服务器，还不知道请求有没有送达。检查网络后再点一次即可，不会重复扣积分。',
  VALIDATION_FAILED: '有内容不符合要求，没有提交，也没有扣积分。请按提示修改后重试。',
  UNAUTHENTICATED: '登录已失效，没有扣积分。请重新登录后继续。',
  FORBIDDEN: '你的账号没有权限做这件事，什么都没有改动。需要的话请联系管理员。',
  NOT_FOUND: '没有找到你要的内容，它可能已被删除。请返回列表查看。',
  RATE_LIMITED: '操作太频繁，这一次没有执行，也没有扣积分。请{{ wait }}后再试。',
  SERVICE_UNAVAILABLE: '服务暂时不可用，没有扣积分。请过一会儿重试。',
  INTERNAL: '系统出错了，没有完成这次操作。如有扣费会自动退回；请重试，仍不行就把请求编号发给我们。',
  ORIGIN_REJECTED: '请求来自不被信任的地址，没有执行。请从本站页面重新操作。',
  METHOD_NOT_ALLOWED: '这个地址不支持这种请求方法，什么都没有执行。可用的方法见 Allow 响应头。',
  NOT_IMPLEMENTED: '这个功能尚未提供，没有执行，也没有扣积分。',
  PAYLOAD_TOO_LARGE: '请求内容太大，没有执行，也没有扣积分。请缩短后重试。',
  UNSUPPORTED_MEDIA_TYPE: '请求内容的格式不支持，没有执行。请用 UTF-8 的 application/json。',
  IDEMPOTENCY_KEY_REUSED:
    '同一个请求编号用在了不同内容上，没有执行，也没有扣积分。请刷新页面后重试；程序调用请换一个 Idempotency-Key。',
} satisfies Record<keyof typeof requestsErrors | 'NETWORK', string>
