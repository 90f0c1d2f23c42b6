import type { promptsErrors } from './errors.ts'

export const promptsErrorsZh = {
  PROMPT_NOT_FOUND: '没有找到这个提示词版本，什么都没有改动。请刷新列表后重试。',
  PROMPT_NOT_DRAFT: '{{ prompt }} 上线过，不能再改也不能删。请以它为底稿新建草稿。',
  PROMPT_CHANGED: '{{ prompt }} 刚被别人改过，你的改动没有保存。请复制你的文字，刷新后再改。',
} satisfies Record<keyof typeof promptsErrors, string>
