import type { reconciliationErrors } from './errors.ts'

export const reconciliationErrorsZh = {
  BILL_NOT_FOUND: '没有这一天的账单。请回到对账列表查看。',
  FINDING_NOT_FOUND: '没有这条差异。请刷新对账页查看。',
  FINDING_RESOLVED: '这条差异已经处理过，没有再改。请刷新查看处理结果。',
  BILL_DAY_NOT_OVER: '这一天还没有结束，渠道没有账单。请选昨天或更早的日期。',
} satisfies Record<keyof typeof reconciliationErrors, string>
