import type { webhooksErrors } from './errors.ts'

export const webhooksErrorsZh = {
  WEBHOOK_NOT_FOUND: '没有这个回调地址，可能已经删除。请刷新列表。',
  WEBHOOK_LIMIT: '最多设置 {{ limit }} 个回调地址，没有再添加。请先删除不用的。',
  WEBHOOK_ADDRESS_REFUSED: '回调地址要是公网上的 https 地址，没有保存。请换一个地址。',
} satisfies Record<keyof typeof webhooksErrors, string>
