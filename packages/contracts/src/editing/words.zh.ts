import type { editingErrors } from './errors.ts'

export const editingErrorsZh = {
  CREATION_CONFLICT: '这篇在别处已有新版本，你的修改没有保存，也没有丢。请对照两版后再选择。',
  REWRITE_NOT_READY: '这段改写还没有写好，或没有写成。',
} satisfies Record<keyof typeof editingErrors, string>
