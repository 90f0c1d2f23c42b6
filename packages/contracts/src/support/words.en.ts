import type { supportErrors } from './errors.ts'

export const supportErrorsEn = {
  CONVERSATION_NOT_FOUND: 'There is no such conversation. Go back to the support page.',
  CONVERSATION_CLOSED:
    'This conversation was closed more than {{ days }} days ago, so this was not sent. Begin a new one; you can copy your text over.',
  CONVERSATION_TAKEN:
    '@{{ operator }} is answering this conversation; nothing was changed. Take it over first if you need to.',
  CONVERSATION_LINK_NOT_FOUND:
    'The work or order you attached was not found, so this was not sent. Choose another, or remove it.',
  OPEN_CONVERSATIONS_LIMIT:
    'You have {{ limit }} conversations open, which is the limit; this one was not sent. Go on in one of them, or close one first.',
  SUPPORT_MESSAGES_LIMIT:
    'You sent {{ limit }} messages within an hour, which is the limit; this one was not sent. Try again in {{ wait }}.',
} satisfies Record<keyof typeof supportErrors, string>
