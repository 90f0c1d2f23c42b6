import type { ShownCode } from '@mozhou/contracts/errors'

/** What a refusal means to an operator, where the sentence of its code speaks to the creator who asked for a text. */
export const operatorErrorsZh = {
  NETWORK: '连不上服务器，还不知道这次操作有没有送达。检查网络后刷新页面看结果，再决定要不要重做。',
  VALIDATION_FAILED: '有内容不符合要求，没有提交。请按提示修改。',
  UNAUTHENTICATED: '登录已失效，没有提交。请重新登录后继续。',
  SESSION_EXPIRED: '登录已过期，没有提交。请重新登录。',
  SESSION_REVOKED: '这次登录已在别处被结束，没有提交。请重新登录；如果不是你本人操作，请尽快改密码。',
  ACCOUNT_SUSPENDED: '这个后台账号已被停用。请联系管理员。',
  RATE_LIMITED: '操作太频繁，这一次没有执行。请{{ wait }}后再试。',
  SERVICE_UNAVAILABLE: '服务暂时不可用，什么都没有改动。请过一会儿重试。',
  INTERNAL: '系统出错了，这次操作没有完成。请刷新页面看结果，再把请求编号交给开发人员。',
  NOT_FOUND: '没有找到，它可能已被删除。请刷新列表。',
  PAYLOAD_TOO_LARGE: '提交的内容太大，没有执行。请缩短后重试。',
  CREDITS_INSUFFICIENT: '对方的积分不够扣，账目没有变化。请减少扣减的数量。',
  CREATION_NOT_FOUND: '没有找到这个作品，它可能已被彻底删除。请刷新列表。',
  GENERATION_NOT_FOUND: '没有找到这次生成，什么都没有改动。请核对编号。',
  CONCURRENCY_LIMIT: '对方同时进行的生成已到上限，这次没有启动。请等其中一个结束。',
  MODEL_NOT_FOUND: '没有找到这个模型，它可能已被删除，没有保存。请刷新列表。',
  MODEL_NOT_AVAILABLE: '现在没有可用的模型。请检查模型目录里启用的模型和熔断状态。',
  CREDENTIALS_UNREADABLE: '模型密钥无法解密，没有调用。请重新填写密钥，并检查 CREDENTIALS_KEYS。',
} satisfies Partial<Record<ShownCode, string>>
