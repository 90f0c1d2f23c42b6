import type { savedFiltersErrors } from './errors.ts'

export const savedFiltersErrorsZh = {
  SAVED_FILTER_LIMIT: '这个列表保存的筛选已到上限，没有保存。请先删掉用不到的。',
  SAVED_FILTER_NOT_FOUND: '没有这个筛选，它可能已经删除了。请刷新页面。',
} satisfies Record<keyof typeof savedFiltersErrors, string>
