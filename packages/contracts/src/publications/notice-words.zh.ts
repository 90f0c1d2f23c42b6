/** What notices say of one that waits for its person, and of one that came to nothing. */
export const publicationWaitsZh = {
  awaiting_user: '等你去发布',
  needs_attention: '需要你处理',
  unconfirmed: '没有确认结果',
} as const
export const publicationWaitBodiesZh = {
  awaiting_user: '内容都已备好，打开按步骤发布，再粘贴链接。',
  needs_attention: '还没有发出去。处理好以后再发。',
  unconfirmed: '可能已经发出，也可能没有。请到平台上看一眼；在你确认之前不会再发一次。',
} as const
export const publicationEndsZh = { rejected: '没有通过审核', failed: '发布失败', expired: '扫码发布已过期' } as const
/** What an account lacks. */
export const accountNeedsZh = {
  expired: '需要重新绑定',
  address_refused: '需要处理：IP 白名单',
  restricted: '被平台限制',
} as const
