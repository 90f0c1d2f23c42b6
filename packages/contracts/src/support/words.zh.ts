import type { supportErrors } from './errors.ts'

export const supportErrorsZh = {
  CONVERSATION_NOT_FOUND: '没有找到这段对话。请回到客服页查看。',
  CONVERSATION_CLOSED: '这段对话结束已超过 {{ days }} 天，这条没有发出。请新开一段对话，可以把没发出的内容复制过去。',
  CONVERSATION_TAKEN: '这段对话已由 @{{ operator }} 接待，这次没有改动。需要时可以先接手过来。',
  CONVERSATION_LINK_NOT_FOUND: '没有找到你附上的作品或订单，对话没有发出。请重新选一个，或去掉它。',
  OPEN_CONVERSATIONS_LIMIT:
    '你有 {{ limit }} 段对话还没结束，到了上限，这段没有发出。请在原来的对话里接着说，或先结束一段。',
  SUPPORT_MESSAGES_LIMIT: '一小时内发了 {{ limit }} 条，到了上限，这条没有发出。请{{ wait }}后再发。',
} satisfies Record<keyof typeof supportErrors, string>
